// The demo's figures, counted anew from its responses: what the page shows is held against them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const FOLDER = resolve(import.meta.dirname, "../../..", process.env.SITE ?? "dist", "demo");
export const ROWS = JSON.parse(readFileSync(resolve(FOLDER, "responses.json"), "utf8")).responses;

// The demo's dates are written in the workspace's own offset: their beginning is the local month.
const month = (row) => row.submitted_at.slice(0, 7);

// The responses of some months that have all the wanted values.
export function responses(first, last, wanted = {}) {
  const has = (row) => Object.entries(wanted).every(([name, value]) => row[name] === value);
  return ROWS.filter((row) => month(row) >= first && month(row) <= last && has(row));
}

// The share of answers from `low` on, in percent, and how many answers there are.
export function share(rows, question, low) {
  const answers = rows.map((row) => row.answers[question]).filter((answer) => answer !== undefined);
  return { value: (answers.filter((answer) => answer >= low).length / answers.length) * 100, n: answers.length };
}

export const satisfied = (rows) => share(rows, "csat", 4);

// The net promoter score and how many answers there are.
export function nps(rows) {
  const promoters = share(rows, "nps", 9);
  return { value: promoters.value - (100 - share(rows, "nps", 7).value), n: promoters.n };
}
