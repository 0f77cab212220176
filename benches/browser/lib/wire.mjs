// As much of what page and engine say to each other (src/protocol) as it takes to ask for a heat map by month and to
// read the answer. A change there that this does not follow fails the bench.
import { Reader, signed, text, varint } from "./postcard.mjs";

const MEASURES = ["csat", "nps", "ces", "emotion", "care", "patience", "attentiveness", "responsibility", "confidence"];
const FIRST_HEART = 4;
const [ASK, DROP] = [1, 2];
const [HEAT_QUERY, BY_MONTH, CHOSEN_MONTHS] = [4, 1, 1];
const SCENE = 1;

// Months are counted from January of the year 0.
const month = (value) => signed(Number(value.slice(0, 4)) * 12 + Number(value.slice(5)) - 1);
const monthText = (months) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;

function measure(name) {
  const place = MEASURES.indexOf(name);
  return place < FIRST_HEART ? [place] : [FIRST_HEART, place - FIRST_HEART];
}

// Asks for a journey's heat map of one index, month by month from the first to the last.
export function askHeat(id, journey, index, [first, last]) {
  const [inJourneyOrder, noSearch, noTable, unfiltered, english] = [0, 0, 0, [0, 0, 0], 0];
  // What the matrices beside the map look like does not matter here.
  const [asMap, matrices] = [0, [0, 0, 0]];
  const state = [asMap, BY_MONTH, ...measure(index), inJourneyOrder, noSearch, ...matrices, noTable];
  const filters = [CHOSEN_MONTHS, ...month(first), ...month(last), ...unfiltered];
  return [ASK, ...varint(id), HEAT_QUERY, ...text(journey), ...state, ...filters, english];
}

export const dropQuestion = (id) => [DROP, ...varint(id)];

// The figures of an answer, n, value and both ends of the interval, by index, touchpoint and month.
export function heatFigures(bytes, index) {
  const read = new HeatReader(bytes);
  const months = read.months();
  const rows = read.list(() => read.row());
  const figures = rows.flatMap(({ touchpoint, cells }) =>
    cells.map((figure, column) => [`${index} ${touchpoint} ${months[column]}`, figure]),
  );
  return Object.fromEntries(figures.filter(([, [n]]) => n > 0));
}

class HeatReader extends Reader {
  // All that comes before the rows: of it only the columns are wanted.
  months() {
    if (this.varint() !== SCENE) throw new Error("the engine did not answer: has its protocol changed?");
    this.varint();
    this.named();
    this.signed();
    this.signed();
    if (this.varint() === FIRST_HEART) this.varint();
    for (let part = 0; part < 3; part++) this.float();
    return this.list(() => this.column());
  }

  column() {
    this.varint();
    return monthText(this.signed());
  }

  row() {
    const touchpoint = this.named();
    this.text();
    this.cell();
    return { touchpoint, cells: this.list(() => this.cell()) };
  }

  // The id; its name follows.
  named() {
    const id = this.text();
    this.text();
    return id;
  }

  cell() {
    const value = this.option(() => this.float());
    const n = this.varint();
    const ends = this.option(() => [this.float(), this.float()]);
    this.option(() => this.byte());
    return [n, value, ...(ends ?? [null, null])];
  }
}
