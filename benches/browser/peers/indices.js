// The indices of sums, with their intervals, for the peers that only group and add: what the engine's
// `core/index` says of the same counts.

export const HEARTS = ["care", "patience", "attentiveness", "responsibility", "confidence"];
// What every peer adds up for a touchpoint and a month.
export const SUMS = [
  ...["nps_n", "nps_promoters", "nps_detractors", "csat_n", "csat_hits", "ces_n", "ces_hits"],
  ...HEARTS.flatMap((heart) => [`${heart}_n`, `${heart}_sum`, `${heart}_squares`]),
];

const Z = 1.959963984540054;
const LEVEL = 0.95;
const HOUR = 3_600_000;

// The month in the workspace's zone, which most times are written in.
export function monthOf(time) {
  if (time.endsWith("+08:00")) return time.slice(0, 7);
  return new Date(Date.parse(time) + 8 * HOUR).toISOString().slice(0, 7);
}

// Rows of sums by touchpoint and month; gives n, value and both ends of the interval of each index.
export function figures(rows) {
  const found = {};
  for (const row of rows) {
    const tell = (index, figure) => {
      if (figure[0] > 0) found[`${index} ${row.touchpoint} ${row.month}`] = figure;
    };
    tell("nps", nps(row.nps_n, row.nps_promoters, row.nps_detractors));
    tell("csat", share(row.csat_n, row.csat_hits));
    tell("ces", share(row.ces_n, row.ces_hits));
    for (const heart of HEARTS) tell(heart, mean(row[`${heart}_n`], row[`${heart}_sum`], row[`${heart}_squares`]));
  }
  return found;
}

// Adjusted Wald interval (Rocks 2016).
function nps(n, promoters, detractors) {
  const [p, d] = [(promoters + 0.75) / (n + 3), (detractors + 0.75) / (n + 3)];
  const half = 100 * Z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  const centre = 100 * (p - d);
  const ends = [Math.max(-100, centre - half), Math.min(100, centre + half)];
  return [n, (100 * (promoters - detractors)) / n, ...ends];
}

// Wilson's interval, in percent.
function share(n, hits) {
  const p = hits / n;
  const centre = (p + Z ** 2 / (2 * n)) / (1 + Z ** 2 / n);
  const half = (Z * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))) / (1 + Z ** 2 / n);
  return [n, 100 * p, 100 * Math.min(p, Math.max(0, centre - half)), 100 * Math.max(p, Math.min(1, centre + half))];
}

// Student's interval of the mean, on 0 to 100.
function mean(n, sum, squares) {
  const index = (value) => 25 * (value - 1);
  const at = sum / n;
  if (n < 2) return [n, index(at), null, null];
  const half = t(n - 1) * Math.sqrt(Math.max(0, squares - n * at ** 2) / (n - 1) / n);
  return [n, index(at), index(at - half), index(at + half)];
}

// The two-sided quantile of Student's law, by Newton from the normal one.
const known = new Map();
function t(df) {
  if (known.has(df)) return known.get(df);
  let at = df === 1 ? 12 : df === 2 ? 4 : Z + (Z ** 3 + Z) / (4 * df);
  for (let step = 0; step < 50; step++) {
    const change = (within(at, df) - LEVEL) / (2 * density(at, df));
    at -= change;
    if (Math.abs(change) < 1e-13 * at) break;
  }
  known.set(df, at);
  return at;
}

// The share between −at and at (Abramowitz and Stegun 26.7.3 and 26.7.4).
function within(at, df) {
  const angle = Math.atan(at / Math.sqrt(df));
  const cos2 = Math.cos(angle) ** 2;
  const odd = df % 2;
  let [term, sum] = [odd ? Math.cos(angle) : 1, 0];
  for (let place = odd ? 2 : 1; place < df; place += 2) {
    sum += term;
    term *= (cos2 * place) / (place + 1);
  }
  return odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

function density(at, df) {
  // Γ((df + 1)/2) / Γ(df/2) by its recurrence, so that it neither over- nor underflows.
  let ratio = df % 2 ? 1 / Math.sqrt(Math.PI) : Math.sqrt(Math.PI) / 2;
  for (let below = df % 2 ? 1 : 2; below < df; below += 2) ratio *= (below + 1) / below;
  return (ratio / Math.sqrt(df * Math.PI)) * (1 + at ** 2 / df) ** (-(df + 1) / 2);
}
