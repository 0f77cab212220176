// The matrix the peers draw: as many rows and columns as the address asks for.

const asked = new URLSearchParams(location.search);
export const ROWS = Number(asked.get("rows"));
export const COLUMNS = Number(asked.get("columns"));
// The smallest cell that holds a number: a canvas of a thousand larger rows is beyond what browsers make.
export const CELL = { width: 28, height: 14 };
export const HEAD = { width: 160, height: 20 };

export const PALETTE = [
  "#1d5796",
  "#4783bd",
  "#8fb8dc",
  "#cadff0",
  "#f2efe9",
  "#fbe0c0",
  "#f5bf80",
  "#dd8a35",
  "#a85507",
];
export const INKS = ["#ffffff", "#08192a", "#10243a", "#16293b", "#2a2723", "#33230f", "#2f1d05", "#241303", "#ffffff"];

export const rowName = (row) => `Touchpoint ${row + 1}`;
export const columnName = (column) => `T${column + 1}`;

let state = 7;
const chance = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};

// Percentages, row after row.
export const VALUES = Array.from({ length: ROWS * COLUMNS }, () => Math.round(40 + chance() * 60));
export const step = (value) => Math.min(8, Math.max(0, Math.round(((value - 88) / 40) * 4) + 4));
