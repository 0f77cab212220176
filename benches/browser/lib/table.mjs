// Numbers of several runs, and plain tables of them.

export function median(values) {
  const known = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (known.length === 0) return Number.NaN;
  const middle = known.length >> 1;
  return known.length % 2 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
}

// The runs of each side are objects of numbers; gives one object with the median of each.
export function medians(runs) {
  const names = Object.keys(runs[0]);
  return Object.fromEntries(names.map((name) => [name, median(runs.map((run) => run[name]))]));
}

// Measures each side in turn, so that whatever else the machine does meets all sides alike; gives each
// side's medians by its name.
export async function alternate(sides, runs, label = "") {
  const taken = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    const order = Object.keys(sides);
    // Every other round goes backwards: no side is always the one after the heaviest.
    for (const name of run % 2 ? order.reverse() : order) {
      process.stderr.write(`  ${label} ${name}, run ${run + 1} of ${runs}\n`);
      taken[name].push(await sides[name]());
    }
  }
  return Object.fromEntries(Object.entries(taken).map(([name, all]) => [name, medians(all)]));
}

export const ms = (value) => (Number.isFinite(value) ? `${value.toFixed(value < 100 ? 1 : 0)} ms` : "–");
export const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
export const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
export const ratio = (ours, theirs) => (Number.isFinite(ours / theirs) ? `${(ours / theirs).toFixed(2)}×` : "–");

// Prints rows of cells under their heads; numbers, which is all but the first column, to the right.
export function print(title, heads, rows) {
  const lines = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const pad = (cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  const [head, ...body] = lines.map((line) => line.map(pad).join("  ").trimEnd());
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  console.log(`\n${title}\n\n${[head, rule, ...body].join("\n")}`);
}

export function note(text) {
  console.log(`  ${text}`);
}
