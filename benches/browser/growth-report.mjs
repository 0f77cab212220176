// The tables of the growth bench, and which targets are met.
import { ASKED } from "./lib/engine.mjs";
import { mb, ms, note, print, ratio } from "./lib/table.mjs";

const NAMES = {
  engine: "Heartline's engine",
  loops: "fetch().json() and loops by hand",
  arquero: "fetch().json() and Arquero",
  duckdb: "DuckDB-wasm",
  json: "fetch().json() alone",
  drop: "read and dropped",
  native: "the same code, native",
};
// Milliseconds.
const LONGEST = 50;
const FRAME = 1000 / 60;

export function report(found) {
  found.forEach(size);
  own(found);
  targets(found);
}

function size({ count, bytes, sides }) {
  const rows = Object.entries(NAMES).flatMap(([key, name]) => {
    const side = sides[key];
    return side ? [[name, ms(side.time), ...ratios(side, sides), megabytes(side.memory)]] : [];
  });
  const heads = ["side", "time", "to dropping", "to loops", "peak memory"];
  print(`Growth: ${count.toLocaleString("en")} responses, ${mb(bytes)}`, heads, rows);
}

const ratios = ({ time }, { drop, loops }) => [ratio(time, drop.time), ratio(time, loops.time)];
const megabytes = (bytes) => (Number.isFinite(bytes) ? mb(bytes) : "–");

function own(found) {
  const rows = found.map(({ count, sides: { engine, watched } }) => [
    count.toLocaleString("en"),
    ms(engine.reading),
    ms(engine.asking),
    ms(watched.longest),
    mb(engine.program),
    engine.cells.toLocaleString("en"),
  ]);
  const heads = ["responses", "all read and told", "all indices asked", "longest task", "program's memory", "cells"];
  print("Growth: the engine by itself", heads, rows);
}

function targets(found) {
  const [{ sides: tenth }, { sides: whole }] = found.slice(-2);
  const { engine, drop, loops, native } = whole;
  const longest = Math.max(...found.map(({ sides }) => sides.watched.longest));
  target("at a million at most 1.2× the time of reading and dropping", engine.time / drop.time, 1.2);
  target("at a million at most 0.35× the time of fetch().json() and loops", engine.time / loops.time, 0.35);
  target("the longest task of the main thread at most 50 ms", longest, LONGEST);
  target("the program's memory at a million at most 1.2× that at a tenth", engine.program / tenth.engine.program, 1.2);
  target("one heat map from the tally of a million within a frame, in ms", engine.asking / ASKED, FRAME);
  if (native) target("the slowest heat map natively within a frame, in ms", native.heat, FRAME);
  note(
    "All sides found the same n, value and interval of NPS, CSAT, CES and five hearts of every touchpoint and month.",
  );
  note("Time: from the request to the figures, in a worker, what it takes being there: the engine's with the overview");
  note("open, DuckDB started. Peak memory: of the page's process with Chromium's own part, which is what reading and");
  note(
    "dropping takes, or of the native program (VmHWM). The program's memory is what the engine's WebAssembly holds.",
  );
}

function target(what, found, most) {
  note(`Target: ${what}: ${found <= most ? "met" : "missed"} (${found.toFixed(2)}).`);
}
