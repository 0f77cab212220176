// Responses without number: the demo's, again and again, each at another time of its month and slightly changed. Some
// have what real data have: answers off the scale, no answer at all, nobody's segment.
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { line, QUESTIONS, rest } from "../../tests/apis/tsv.mjs";
import { dice, pick, whole } from "../browser/data/dice.mjs";

// A written piece is some thousand rows.
const PIECE = 5_000;
const OFF_SCALE = { nps: 11, csat: 0, ces: 9, care: 7 };

// What may become of a response: most are as they were.
const CHANGES = [
  (row) => row,
  (row) => row,
  (row) => row,
  (row, chance) => ({ ...row, answers: without(row.answers, pick(chance, QUESTIONS)) }),
  (row, chance) => ({ ...row, answers: { ...row.answers, csat: whole(chance, 1, 5) } }),
  (row, chance) => ({ ...row, answers: { ...row.answers, nps: whole(chance, 0, 10) } }),
  (row, chance) => (chance() < 0.05 ? { ...row, segment: undefined, team: undefined } : row),
  (row, chance) => (chance() < 0.02 ? offScale(row, pick(chance, Object.keys(OFF_SCALE))) : row),
  (row, chance) => (chance() < 0.1 ? { ...row, answers: {} } : row),
];

function without(answers, question) {
  const { [question]: _, ...rest } = answers;
  return rest;
}

const offScale = (row, question) => ({ ...row, answers: { ...row.answers, [question]: OFF_SCALE[question] } });

// The first second of a response's month and how many seconds the month has, in the demo's own zone.
function month({ submitted_at }) {
  const [year, number] = submitted_at.split("-").map(Number);
  const first = Date.UTC(year, number - 1, 1, -8);
  return { first, seconds: (Date.UTC(year, number, 1, -8) - first) / 1000 };
}

// Tab-separated rows, oldest month first, in pieces. The same `count` gives the same rows.
export function* rows(responses, count) {
  const chance = dice(7);
  const made = responses.map((row) => ({
    ...month(row),
    touchpoint: row.touchpoint,
    texts: CHANGES.map((change) => rest(change(row, chance))),
  }));
  let piece = [];
  for (let id = 1; id <= count; id++) {
    const row = made[Math.floor(((id - 1) * made.length) / count)];
    const at = new Date(row.first + 1000 * Math.floor(chance() * row.seconds));
    piece.push(line(id, row.touchpoint, at, pick(chance, row.texts)));
    if (piece.length === PIECE || id === count) {
      yield piece.join("");
      piece = [];
    }
  }
}

// The same into a file.
export const writeRows = (file, responses, count) => pipeline(rows(responses, count), createWriteStream(file));
