// Any number of responses in the demo's shape, written to a file piece by piece: never held in memory.
import { createWriteStream, readFileSync } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { dice, pick } from "./dice.mjs";

const PER_PIECE = 2000;
const HOUR = 3_600_000;

// The demo's rows, each cut in two where its time stands.
function templates(site) {
  const text = readFileSync(join(site, "demo/responses.json"), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith('{"answers"'));
  return rows.map((row) => row.replace(/,$/, "").split(/(?<="submitted_at":")[^"]*(?=")/));
}

function span(site) {
  const text = readFileSync(join(site, "demo/responses.json"), "utf8");
  const times = [...text.matchAll(/"submitted_at":"([^"]*)"/g)].map((match) => Date.parse(match[1]));
  return [times[0], times.at(-1)];
}

// Over the demo's two years, oldest first, each row a demo row at another time: as varied as real ones in
// touchpoint, day, segment, channel and team.
export async function writeResponses(site, count, path) {
  const [rows, [first, last], chance] = [templates(site), span(site), dice(5)];
  const file = createWriteStream(path);
  let piece = '{"format":"heartline/responses","version":1,"responses":[\n';
  for (let place = 0; place < count; place++) {
    const [before, after] = pick(chance, rows);
    const at = first + ((last - first) * place) / count;
    // The demo's own offset from UTC.
    const time = new Date(at + 8 * HOUR).toISOString().slice(0, 19);
    piece += `${place ? ",\n" : ""}${before}${time}+08:00${after}`;
    if (place % PER_PIECE === 0) {
      if (!file.write(piece)) await once(file, "drain");
      piece = "";
    }
  }
  file.end(`${piece}\n]}\n`);
  await once(file, "finish");
  return file.bytesWritten;
}
