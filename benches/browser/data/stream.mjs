// Any number of responses of one journey, written to a file piece by piece: never held in memory. A row is about
// 300 bytes long: an id, a time with its offset, three dimensions, nested answers and a comment.
import { once } from "node:events";
import { createWriteStream, readFileSync } from "node:fs";
import { dice, pick, whole } from "./dice.mjs";
import { touchpointId } from "./journey.mjs";

// The native bench makes the same responses of the same words, byte for byte.
const { touchpoints, first_day, days, segments, channels, teams, hearts, comments } = JSON.parse(
  readFileSync(new URL("../../responses.json", import.meta.url)),
);

const PER_PIECE = 2000;
const HOUR = 3_600_000;
// The workspace's own zone, in which its days begin.
const ZONE = 8;
// One in so many recommends beyond the scale, as real customers' systems do.
const OFF_SCALE = 2000;

export const HEARTS = hearts;
export const TOUCHPOINTS = touchpoints;
const SPAN = days * 24 * HOUR;
const FIRST = Date.parse(`${first_day}T00:00:00Z`) - ZONE * HOUR;
export const MONTHS = [first_day.slice(0, 7), new Date(FIRST + SPAN).toISOString().slice(0, 7)];

// Some APIs write what is not ASCII as it is, some escaped.
const plain = comments.map((text) => JSON.stringify(text));
const escaped = plain.map((text) =>
  text.replace(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
);

// What a touchpoint is known for: its customers' mood, its hearts, and who serves it where.
function services() {
  const chance = dice(1);
  return Array.from({ length: touchpoints }, (_, place) => ({
    id: touchpointId(place),
    mood: 2 + 2 * chance(),
    hearts: [place % 5, (place * 3 + 1) % 5],
    channels: channels.slice(place % 4, (place % 4) + 1 + (place % 2)),
    teams: teams.slice(place % 5, (place % 5) + 1 + ((place >> 1) % 2)),
  }));
}

function answers(service, chance) {
  const felt = service.mood + 3 * chance() - 1;
  const near = (low, high, at, spread) => Math.min(high, Math.max(low, Math.round(at + spread * (chance() - 0.5))));
  const given = [];
  if (chance() < 0.45) given.push(`"nps":${whole(chance, 1, OFF_SCALE) === 1 ? 11 : near(0, 10, 2 * felt, 4)}`);
  if (chance() < 0.97) given.push(`"csat":${near(1, 5, felt, 1)}`);
  if (chance() < 0.4) given.push(`"ces":${near(1, 7, 1.4 * felt, 3)}`);
  const all = chance() < 0.3;
  const scores = hearts.flatMap((heart, place) => {
    const isAsked = all || service.hearts.includes(place);
    return isAsked && chance() < 0.92 ? [`"${heart}":${near(1, 5, felt, 2)}`] : [];
  });
  return `"answers":{${given}},"hearts":{${scores}}`;
}

// Most of the time stand in the workspace's own zone.
function time(at, chance) {
  const lot = chance();
  const offset = lot < 0.9 ? ZONE : lot < 0.95 ? 9 : 0;
  const text = new Date(at + offset * HOUR).toISOString().slice(0, 19);
  return offset ? `${text}+0${offset}:00` : `${text}Z`;
}

function row(place, at, known, chance) {
  const service = pick(chance, known);
  const id = `fb-${String(place + 1).padStart(8, "0")}`;
  const who = `"segment":"${pick(chance, segments)}","channel":"${pick(chance, service.channels)}"`;
  const what = `${who},"team":"${pick(chance, service.teams)}",${answers(service, chance)}`;
  const comment = pick(chance, chance() < 0.15 ? escaped : plain);
  return `{"id":"${id}","touchpoint":"${service.id}","submitted_at":"${time(at, chance)}",${what},"comment":${comment}}`;
}

// Oldest first, over two years.
export async function writeResponses(count, path) {
  const [known, chance] = [services(), dice(5)];
  const file = createWriteStream(path);
  let piece = '{"format":"heartline/responses","version":1,"responses":[\n';
  for (let place = 0; place < count; place++) {
    piece += `${place ? ",\n" : ""}${row(place, FIRST + Math.floor((SPAN * place) / count), known, chance)}`;
    if (place % PER_PIECE === 0) {
      if (!file.write(piece)) await once(file, "drain");
      piece = "";
    }
  }
  file.end(`${piece}\n]}\n`);
  await once(file, "finish");
  return file.bytesWritten;
}
