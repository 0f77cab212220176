// Reference values for the emotion curve, drawn by d3's curveMonotoneX.
//
// Writes `curve.json` beside this file; `main.rs` holds the library to it. How to run, from the root of the
// repository (d3 stays outside of it):
//
//   npm install --prefix /tmp/reference-d3 --ignore-scripts d3-shape@3.2.0
//   D3=/tmp/reference-d3/node_modules/d3-shape/src/index.js node tests/reference/curve.mjs
//
// d3 gives a curve as cubics. The slope at a knot is that of the line to the cubic's control point a third of the way
// along; heights are those of the cubics, by de Casteljau's construction.

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { curveMonotoneX, line } = await import(pathToFileURL(process.env.D3));

/** What d3 draws: straight lines and cubics, each from where the last one ended. */
function drawn(points) {
  const pieces = [];
  let from = null;
  const move = (x, y) => {
    from = [x, y];
  };
  const context = {
    moveTo: move,
    closePath() {},
    arc: move,
    lineTo(x, y) {
      const third = ([a, b]) => [(2 * from[0] + a) / 3, (2 * from[1] + b) / 3];
      const two = [(from[0] + 2 * x) / 3, (from[1] + 2 * y) / 3];
      pieces.push([from, third([x, y]), two, [x, y]]);
      move(x, y);
    },
    bezierCurveTo(...ends) {
      const [a, b, to] = [ends.slice(0, 2), ends.slice(2, 4), ends.slice(4)];
      pieces.push([from, a, b, to]);
      move(...to);
    },
  };
  line().curve(curveMonotoneX).context(context)(points);
  return pieces;
}

const slope = ([x0, y0], [x1, y1]) => (y1 - y0) / (x1 - x0);

function knots(points, pieces) {
  return points.map(([x, y], place) => {
    const [after, before] = [pieces[place], pieces[place - 1]];
    if (after) return { x, y, slope: slope(after[0], after[1]) };
    return { x, y, slope: before ? slope(before[2], before[3]) : 0 };
  });
}

/** A point of a cubic, by halving and weighing its four ends. */
function casteljau(ends, t) {
  if (ends.length === 1) return ends[0];
  const between = (a, b) => a + (b - a) * t;
  const next = ends.slice(1).map((b, i) => [between(ends[i][0], b[0]), between(ends[i][1], b[1])]);
  return casteljau(next, t);
}

function height(points, pieces, x) {
  const exact = points.find((point) => point[0] === x);
  if (exact) return exact[1];
  const piece = pieces.find(([from, , , to]) => from[0] < x && x < to[0]);
  // The control points lie evenly, so a place along x is the same share of the cubic.
  return piece ? casteljau(piece, (x - piece[0][0]) / (piece[3][0] - piece[0][0]))[1] : null;
}

/** Seeded numbers from 0 to 1 (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function strewn(seed, count) {
  const roll = dice(seed);
  let x = 0;
  return Array.from({ length: count }, () => {
    x += Math.round(roll() * 300 + 20) / 100;
    return [x, Math.round(roll() * 400 - 200) / 100];
  });
}

const even = (ys) => ys.map((y, x) => [x, y]);
const lots = [
  ["none", []],
  ["one", [[1, 2]]],
  ["two", even([0, 1])],
  ["a peak", even([0, 1, 0])],
  ["a stair", even([-1, -1, 1, 1, -1, -1])],
  ["all equal", even([0.7, 0.7, 0.7, 0.7])],
  ["rising ever faster", even([0, 0.1, 0.5, 2, 9])],
  [
    "falling at uneven distances",
    [
      [0, 2],
      [0.5, 1.9],
      [4, 0],
      [4.1, -1.8],
      [9, -2],
    ],
  ],
  ["a flat step between rises", even([-2, 0, 0, 2])],
  ["a sharp turn at the end", even([0, 0.1, 0.2, -2])],
  [
    "far from zero",
    [
      [1e6, 1e-3],
      [1e6 + 1, 5e-3],
      [1e6 + 4, 2e-3],
    ],
  ],
  ["twelve places", strewn(1, 12)],
  ["forty places", strewn(2, 40)],
];

const cases = lots.map(([name, points]) => {
  const pieces = drawn(points);
  const inside = points.slice(1).flatMap(([x], i) => [0.1, 0.5, 0.8].map((t) => points[i][0] + (x - points[i][0]) * t));
  const outside = points.length > 0 ? [points[0][0] - 0.5, points[points.length - 1][0] + 0.5] : [0];
  const at = [...points.map(([x]) => x), ...inside, ...outside];
  const expected = { knots: knots(points, pieces), heights: at.map((x) => height(points, pieces, x)) };
  return { case: name, input: { points, at }, expected };
});

const lines = cases.map((told) => `    ${JSON.stringify(told)}`).join(",\n");
writeFileSync(new URL("curve.json", import.meta.url), `{\n  "curve": [\n${lines}\n  ]\n}\n`);
