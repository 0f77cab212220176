// The demo's records, to be served again in foreign shapes.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
const SITE = resolve(ROOT, process.env.SITE ?? "dist");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

export const DEMO = resolve(SITE, "demo");
export const journeys = () => read(resolve(DEMO, "journeys.json")).journeys;
export const indicators = () => read(resolve(DEMO, "indicators.json")).indicators;
export const responses = () => read(resolve(DEMO, "responses.json")).responses;

// What the demo knows about itself: its clock and its names, which are no part of any API.
export const WORKSPACE = read(resolve(ROOT, "src/core/connection/demo.json")).workspace;
