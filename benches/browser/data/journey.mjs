// A journey as long as asked for, in the demo's own words.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PER_STAGE = 11;

export const touchpointId = (place) => `touchpoint-${place + 1}`;

// The demo's touchpoints over and over, `count` of them, in stages of eleven.
export function journey(site, count) {
  const { journeys } = JSON.parse(readFileSync(join(site, "demo/journeys.json")));
  const words = journeys.flatMap((one) => one.stages.flatMap((stage) => stage.touchpoints));
  const touchpoints = Array.from({ length: count }, (_, place) => {
    const { nps_benchmark: _benchmark, ...own } = words[place % words.length];
    return { ...own, id: touchpointId(place) };
  });
  const stages = Array.from({ length: Math.ceil(count / PER_STAGE) }, (_, place) => ({
    id: `stage-${place + 1}`,
    name: { en: `Stage ${place + 1}`, "zh-CN": `阶段${place + 1}` },
    touchpoints: touchpoints.slice(place * PER_STAGE, (place + 1) * PER_STAGE),
  }));
  return { ...journeys[0], id: "bench", stages };
}

export const journeysBody = (journey) =>
  JSON.stringify({ format: "heartline/journeys", version: 1, journeys: [journey] });
