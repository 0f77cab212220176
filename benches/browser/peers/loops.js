// The indices by hand: the whole body as objects, then one loop over them that adds up in place.
import { figures, monthOf, SUMS } from "./indices.js";
import { reply } from "./reply.js";

reply(async (url) => {
  const { responses } = await (await fetch(url)).json();
  const groups = new Map();
  for (const response of responses) count(sumsOf(groups, response), response);
  const rows = [...groups].flatMap(([touchpoint, months]) =>
    [...months].map(([month, sums]) => ({ touchpoint, month, ...named(sums) })),
  );
  return { figures: figures(rows) };
});

const named = (sums) => Object.fromEntries(SUMS.map((name, slot) => [name, sums[slot]]));

// One touchpoint's sums of one month, in the order of their names.
function sumsOf(groups, { touchpoint, submitted_at }) {
  let months = groups.get(touchpoint);
  if (!months) {
    months = new Map();
    groups.set(touchpoint, months);
  }
  const month = monthOf(submitted_at);
  let sums = months.get(month);
  if (!sums) {
    sums = new Float64Array(SUMS.length);
    months.set(month, sums);
  }
  return sums;
}

const isOn = (value, low, high) => Number.isInteger(value) && value >= low && value <= high;

function count(sums, { answers: { nps, csat, ces }, hearts }) {
  if (isOn(nps, 0, 10)) {
    sums[0] += 1;
    if (nps >= 9) sums[1] += 1;
    else if (nps <= 6) sums[2] += 1;
  }
  countHits(sums, 3, isOn(csat, 1, 5), csat >= 4);
  countHits(sums, 5, isOn(ces, 1, 7), ces >= 5);
  countScore(sums, 7, hearts.care);
  countScore(sums, 10, hearts.patience);
  countScore(sums, 13, hearts.attentiveness);
  countScore(sums, 16, hearts.responsibility);
  countScore(sums, 19, hearts.confidence);
}

function countHits(sums, slot, isAnswer, isHit) {
  if (!isAnswer) return;
  sums[slot] += 1;
  if (isHit) sums[slot + 1] += 1;
}

function countScore(sums, slot, value) {
  if (!isOn(value, 1, 5)) return;
  sums[slot] += 1;
  sums[slot + 1] += value;
  sums[slot + 2] += value * value;
}
