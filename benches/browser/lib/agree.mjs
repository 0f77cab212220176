// Whether all sides say the same: a side that counts something else, or less, is no comparison.

const CLOSE = 1e-9;

function isClose(one, other) {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(one));
}

// Remembers the figures of the first side and holds every other one's against them: lists of numbers by name.
export class Agreement {
  check(side, figures) {
    this.first ??= { side, figures };
    const [names, own] = [this.first.figures, figures].map((all) => Object.keys(all).length);
    if (names === 0) throw new Error(`${side} found no figures`);
    if (names !== own) throw new Error(`${side} found ${own} figures and ${this.first.side} ${names}`);
    for (const [name, expected] of Object.entries(this.first.figures)) {
      const found = figures[name] ?? [];
      if (expected.every((value, place) => isClose(value, found[place]))) continue;
      throw new Error(`${name} is ${expected} to ${this.first.side} and ${found} to ${side}`);
    }
  }
}
