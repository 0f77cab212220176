// Responses as tab-separated text, as PostgreSQL's COPY and ClickHouse's TabSeparated take it, in the order of the recipe's
// columns.
export const QUESTIONS = ["nps", "csat", "ces", "care", "patience", "attentiveness", "responsibility", "confidence"];
const NONE = "\\N";

const escaped = (value) => value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");

// All of a response but its id, its touchpoint and its time.
export function rest({ segment, channel, team, answers, comment }) {
  const values = [segment, channel, team, ...QUESTIONS.map((question) => answers[question]), comment];
  return values.map((value) => (value === undefined ? NONE : escaped(String(value)))).join("\t");
}

// A row; the time is in universal time.
export function line(id, touchpoint, at, rest) {
  const time = at.toISOString();
  return `${id}\t${touchpoint}\t${time.slice(0, 10)} ${time.slice(11, 19)}\t${rest}\n`;
}

// Rows of responses in the native shape.
export const lines = (responses) =>
  responses.map((one, place) => line(place + 1, one.touchpoint, new Date(one.submitted_at), rest(one)));

// Documents as rows of an id and JSON.
export const documents = (all) => all.map((one) => `${one.id}\t${escaped(JSON.stringify(one))}\n`);
