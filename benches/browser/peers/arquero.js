// The indices with Arquero: the whole body as a table, derived columns, then a rollup by group.
import { escape as closure, from, op } from "arquero";
import { figures, HEARTS, monthOf } from "./indices.js";
import { reply } from "./reply.js";

// An answer on its scale; anything else is no answer.
const on = (value, low, high) => (Number.isInteger(value) && value >= low && value <= high ? value : null);
const flag = (value, is) => (value === null ? null : Number(is(value)));
const nps = ({ answers }) => on(answers.nps, 0, 10);
const csat = ({ answers }) => on(answers.csat, 1, 5);
const ces = ({ answers }) => on(answers.ces, 1, 7);

const columns = {
  month: closure((row) => monthOf(row.submitted_at)),
  nps: closure(nps),
  promoter: closure((row) => flag(nps(row), (value) => value >= 9)),
  detractor: closure((row) => flag(nps(row), (value) => value <= 6)),
  satisfied: closure((row) => flag(csat(row), (value) => value >= 4)),
  easy: closure((row) => flag(ces(row), (value) => value >= 5)),
};
const sums = {
  nps_n: op.valid("nps"),
  nps_promoters: op.sum("promoter"),
  nps_detractors: op.sum("detractor"),
  csat_n: op.valid("satisfied"),
  csat_hits: op.sum("satisfied"),
  ces_n: op.valid("easy"),
  ces_hits: op.sum("easy"),
};
for (const heart of HEARTS) {
  columns[heart] = closure(({ hearts }) => on(hearts[heart], 1, 5));
  columns[`${heart}_square`] = closure(({ hearts }) => (on(hearts[heart], 1, 5) === null ? null : hearts[heart] ** 2));
  sums[`${heart}_n`] = op.valid(heart);
  sums[`${heart}_sum`] = op.sum(heart);
  sums[`${heart}_squares`] = op.sum(`${heart}_square`);
}

reply(async (url) => {
  const { responses } = await (await fetch(url)).json();
  const table = from(responses, ["touchpoint", "submitted_at", "answers", "hearts"]);
  const grouped = table.derive(columns).groupby("touchpoint", "month").rollup(sums);
  return { figures: figures(grouped.objects()) };
});
