// A small service of our own, in the native shape: what the tests of faults break.

const STEPS = [
  ["order", "Order"],
  ["delivery", "Delivery"],
  ["return", "Return"],
];

const touchpoint = ([id, name]) => ({ id, name, hearts: ["care", "patience"], importance: 8, assumed_emotion: 1 });

// One journey with three touchpoints.
export const journeys = [
  {
    id: "shop",
    name: "Shopping",
    scenario: "A customer buys a coat.",
    stages: [{ id: "all", name: "All of it", touchpoints: STEPS.map(touchpoint) }],
  },
];

// The day of a response, over the first three months of 2026.
function day(place) {
  const date = new Date(Date.UTC(2026, 0, 1 + (place % 90), 4));
  return date.toISOString();
}

export function response(place) {
  const [step] = STEPS[place % STEPS.length];
  const happy = step !== "return" || place % 5 === 0;
  const answers = { csat: happy ? 5 : 2, nps: happy ? 9 : 3, care: happy ? 5 : 2, patience: 4 };
  return { id: `r${place}`, touchpoint: step, submitted_at: day(place), segment: "all", team: "shop", answers };
}

export const responses = (count = 300) => Array.from({ length: count }, (_, place) => response(place));

// A configuration that reads both from an API. What fails is told at once: patience has tests of its own.
export function configOf(url, { connection = {}, feeds = {} } = {}) {
  return {
    workspace: { time_zone: "Asia/Shanghai" },
    connection: {
      name: "Shop",
      base_url: `${url}/`,
      retries: 0,
      ...connection,
      feeds: { journeys: { path: "journeys", rows: "$[*]" }, responses: { path: "responses", rows: "$[*]" }, ...feeds },
    },
  };
}

// An API that answers both well.
export function serveSample(api) {
  api.json("/journeys", journeys);
  api.json("/responses", responses());
}
