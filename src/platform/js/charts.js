// The charts' bundle: options come from Rust, ECharts draws them. It is loaded with the first chart.
import { LineChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { getInstanceByDom, init as initChart, use } from "echarts/core";
import { LegacyGridContainLabel } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";
import initOptions, { option } from "heartline-charts";

use([
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  AriaComponent,
  LegacyGridContainLabel,
  CanvasRenderer,
]);

let ready;

// The tokens as plain colours: a canvas knows no custom properties.
function palette(element) {
  const probe = element.appendChild(document.createElement("span"));
  const colour = (name) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const names = [
    "ink",
    "ink-soft",
    "line",
    "surface",
    "accent",
    "bad",
    "care",
    "patience",
    "attentiveness",
    "responsibility",
    "confidence",
  ];
  const colours = names.map(colour);
  probe.remove();
  return colours;
}

// Whether a colour is nearer to white than to black: ink is on a dark ground.
function isLight(colour) {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return red + green + blue > 3 * 128;
}

// ECharts' own measures of a legend: the sign, the gap behind it, the gap between entries, a line of entries.
const [SIGN, GAP, BETWEEN, LINE] = [25, 5, 10, 20];

// How many lines the legend takes more than the one there is room for: names wrap on a phone.
function moreLegendLines({ legend }, width, fontFamily) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `12px ${fontFamily}`;
  let [more, used] = [0, 0];
  for (const { name } of legend.data) {
    const needed = SIGN + GAP + pen.measureText(name).width;
    if (used > 0 && used + needed > width) [more, used] = [more + 1, 0];
    used += needed + BETWEEN;
  }
  return more;
}

export async function draw(element, request) {
  ready ??= initOptions({ module_or_path: fetch(new URL(CHARTS_WASM, document.baseURI), { credentials: "omit" }) });
  await ready;
  const colours = palette(element);
  // Paper is white whatever the theme: what was drawn for a dark one is turned round there.
  element.toggleAttribute("data-dark", isLight(colours[0]));
  const options = JSON.parse(option(request, colours));
  // A tooltip in HTML would need inline styles, which the page's policy forbids.
  Object.assign(options.tooltip, { renderMode: "richText", textStyle: { color: colours[0] } });
  const { fontFamily } = getComputedStyle(element);
  // Another theme is another drawing in the same place.
  getInstanceByDom(element)?.dispose();
  const chart = initChart(element, null, { renderer: "canvas" });
  chart.setOption({ ...options, animation: false, textStyle: { fontFamily } });
  const { top } = options.grid[0] ?? options.grid;
  const fit = () => {
    chart.resize();
    const more = moreLegendLines(options, element.clientWidth, fontFamily);
    chart.setOption({ grid: { top: top + LINE * more } });
  };
  const observer = new ResizeObserver(fit);
  observer.observe(element);
  return {
    dispose() {
      observer.disconnect();
      if (!chart.isDisposed()) chart.dispose();
    },
  };
}
