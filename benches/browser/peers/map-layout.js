// Where things stand on the React map: the same lanes and sizes as ours.

export const COLUMN = 176;
export const LABEL = 120;

const HEIGHTS = [
  ["Stage", 36],
  ["Touchpoint", 60],
  ["Emotion", 208],
  ["Action", 108],
  ["Thought", 108],
  ["Hearts", 52],
  ["Pains", 108],
  ["Opportunities", 108],
];

let top = 0;
export const ROWS = HEIGHTS.map(([name, height]) => {
  top += height;
  return { name, height, top: top - height };
});
export const HEIGHT = top;
export const CURVE = ROWS[2];

const MARGIN = 36;
export const emotionY = (emotion) => (CURVE.height - MARGIN) / 2 - (emotion * (CURVE.height - 2 * MARGIN)) / 4;
const knotX = (place) => place * COLUMN + COLUMN / 2;

// Steffen's monotone slopes, as d3's curveMonotoneX has them.
function slopes(knots) {
  const rise = (i) => (knots[i + 1][1] - knots[i][1]) / (knots[i + 1][0] - knots[i][0]);
  return knots.map((_, i) => {
    if (i === 0) return rise(0);
    if (i === knots.length - 1) return rise(i - 1);
    const [a, b] = [rise(i - 1), rise(i)];
    return (Math.sign(a) + Math.sign(b)) * Math.min(Math.abs(a), Math.abs(b), Math.abs(a + b) / 4);
  });
}

const point = (x, y) => `${knotX(x).toFixed(1)} ${emotionY(y).toFixed(1)}`;

function cubic(from, to, slopeFrom, slopeTo) {
  const third = (to[0] - from[0]) / 3;
  const first = point(from[0] + third, from[1] + third * slopeFrom);
  return `C${first} ${point(to[0] - third, to[1] - third * slopeTo)} ${point(...to)}`;
}

function curve(knots, start) {
  const own = slopes(knots);
  const pieces = knots.slice(1).map((knot, i) => cubic(knots[i], knot, own[i], own[i + 1]));
  return `${start}${point(...knots[0])}${pieces.join("")}`;
}

export const path = (knots) => curve(knots, "M");
export const ribbon = (low, high) => `${curve(high, "M")}${curve([...low].reverse(), "L")}Z`;
