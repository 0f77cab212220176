// The bytes that page and engine write their messages in (https://postcard.jamesmunns.com/wire-format).

export function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

export const signed = (value) => varint(value < 0 ? -2 * value - 1 : 2 * value);
export const text = (value) => [...varint(Buffer.byteLength(value)), ...Buffer.from(value)];

// Reads values one after another.
export class Reader {
  constructor(bytes) {
    this.bytes = Buffer.from(bytes);
    this.at = 0;
  }

  byte() {
    this.at += 1;
    return this.bytes[this.at - 1];
  }

  varint() {
    for (let [value, unit] = [0, 1]; ; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  signed() {
    const value = this.varint();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  float() {
    this.at += 8;
    return this.bytes.readDoubleLE(this.at - 8);
  }

  text() {
    const length = this.varint();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  option(one) {
    return this.byte() ? one() : null;
  }

  list(one) {
    return Array.from({ length: this.varint() }, one);
  }
}
