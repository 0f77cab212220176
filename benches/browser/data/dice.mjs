// The same chances every time, so that a bench measures the same data whenever it runs.

// A number from 0 to 1 with every call (Mulberry32).
export function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const whole = (chance, from, to) => from + Math.floor(chance() * (to - from + 1));
export const pick = (chance, list) => list[Math.floor(chance() * list.length)];
