// The heat map drawn by hand on a canvas: colour after colour, so that the brush changes nine times only.
import { CELL, COLUMNS, HEAD, INKS, PALETTE, ROWS, VALUES, columnName, rowName, step } from "./matrix.js";

function cells() {
  const groups = PALETTE.map(() => []);
  VALUES.forEach((value, place) => groups[step(value)].push(place));
  return groups;
}

const left = (place) => HEAD.width + (place % COLUMNS) * CELL.width;
const top = (place) => HEAD.height + Math.floor(place / COLUMNS) * CELL.height;

function names(brush) {
  brush.fillStyle = "#1d1b19";
  for (let row = 0; row < ROWS; row++)
    brush.fillText(rowName(row), 4, HEAD.height + row * CELL.height + CELL.height / 2);
  for (let column = 0; column < COLUMNS; column++)
    brush.fillText(columnName(column), left(column) + 4, HEAD.height / 2);
}

function draw() {
  const canvas = document.createElement("canvas");
  canvas.width = HEAD.width + COLUMNS * CELL.width;
  canvas.height = HEAD.height + ROWS * CELL.height;
  const brush = canvas.getContext("2d");
  brush.font = "10px sans-serif";
  brush.textBaseline = "middle";
  names(brush);
  cells().forEach((places, colour) => {
    brush.fillStyle = PALETTE[colour];
    for (const place of places) brush.fillRect(left(place), top(place), CELL.width - 1, CELL.height - 1);
    brush.fillStyle = INKS[colour];
    for (const place of places) brush.fillText(`${VALUES[place]}%`, left(place) + 3, top(place) + CELL.height / 2);
  });
  document.getElementById("root").append(canvas);
}

globalThis.draw = async () => draw();
