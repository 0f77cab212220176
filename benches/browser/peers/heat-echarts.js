// The heat map by ECharts, taken in by parts, on its canvas, with a number in each cell.
import { HeatmapChart } from "echarts/charts";
import { GridComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { CELL, COLUMNS, HEAD, PALETTE, ROWS, VALUES, columnName, rowName } from "./matrix.js";

use([HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, CanvasRenderer]);

const list = (length, name) => Array.from({ length }, (_, place) => name(place));

const option = () => ({
  animation: false,
  tooltip: {},
  grid: { left: HEAD.width, top: HEAD.height, width: COLUMNS * CELL.width, height: ROWS * CELL.height },
  xAxis: { type: "category", position: "top", data: list(COLUMNS, columnName) },
  yAxis: { type: "category", inverse: true, data: list(ROWS, rowName) },
  visualMap: { show: false, type: "piecewise", min: 48, max: 128, splitNumber: 9, inRange: { color: PALETTE } },
  series: {
    type: "heatmap",
    // In one go: piece by piece, a canvas of this size takes minutes.
    progressive: 0,
    label: { show: true, fontSize: 10 },
    data: VALUES.map((value, place) => [place % COLUMNS, Math.floor(place / COLUMNS), value]),
  },
});

globalThis.draw = () => {
  const place = document.getElementById("root").appendChild(document.createElement("div"));
  place.style.width = `${HEAD.width + COLUMNS * CELL.width}px`;
  place.style.height = `${HEAD.height + ROWS * CELL.height}px`;
  const chart = init(place);
  const finished = new Promise((resolve) => chart.on("finished", resolve));
  chart.setOption(option());
  return finished;
};
