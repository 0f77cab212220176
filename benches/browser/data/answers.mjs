// Responses to a journey: some for each touchpoint, and what they come to, for a peer that does not count.
import { dice, whole } from "./dice.mjs";
import { touchpointId } from "./journey.mjs";

const EACH = 30;
const SEGMENTS = ["business", "leisure", "family"];
const HEARTS = ["care", "patience", "attentiveness", "responsibility", "confidence"];
const Z = 1.96;

// The last whole month: what the app shows by itself includes it, whenever this runs.
function lastMonth() {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
}

const MONTH = lastMonth();

export function row(place, csat, chance) {
  const low = Math.max(1, csat - 1);
  const answers = { csat, nps: whole(chance, 0, 10), ces: whole(chance, 1, 7) };
  for (const heart of HEARTS) answers[heart] = whole(chance, low, csat);
  const day = String(whole(chance, 1, 28)).padStart(2, "0");
  const hour = String(whole(chance, 8, 20)).padStart(2, "0");
  const segment = SEGMENTS[place % SEGMENTS.length];
  const at = `${MONTH}-${day}T${hour}:30:00+08:00`;
  return {
    answers,
    channel: "app",
    segment,
    submitted_at: at,
    team: "front-desk-day",
    touchpoint: touchpointId(place),
  };
}

// Thirty responses a touchpoint, some happier than others.
export function responses(count, seed = 1) {
  const chance = dice(seed);
  const rows = [];
  for (let place = 0; place < count; place++) {
    const mood = whole(chance, 2, 4);
    for (let one = 0; one < EACH; one++) {
      rows.push(row(place, Math.min(5, Math.max(1, mood + whole(chance, -1, 1))), chance));
    }
  }
  return rows;
}

// What a map shows of each touchpoint: emotion from −2 to +2 with its interval, n, and missed hearts.
export function scores(rows, count) {
  const all = Array.from({ length: count }, () => ({ values: [], hearts: {} }));
  const places = new Map(Array.from({ length: count }, (_, place) => [touchpointId(place), place]));
  for (const { touchpoint, answers } of rows) {
    const own = all[places.get(touchpoint)];
    own.values.push(answers.csat - 3);
    for (const heart of HEARTS) own.hearts[heart] = (own.hearts[heart] ?? 0) + (answers[heart] - 1) * 25;
  }
  return all.map(({ values, hearts }) => score(values, hearts));
}

function score(values, hearts) {
  const n = values.length;
  const emotion = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - emotion) ** 2, 0) / (n - 1) / n);
  const missed = Object.entries(hearts).filter(([, sum]) => sum / n < 75);
  return {
    n,
    emotion,
    low: Math.max(-2, emotion - Z * spread),
    high: Math.min(2, emotion + Z * spread),
    missed: Object.fromEntries(missed.map(([heart, sum]) => [heart, Math.round(sum / n)])),
  };
}
