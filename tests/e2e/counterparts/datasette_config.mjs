// How the database is read: with its answers one by one, or with nothing but counts.
import { SCALES } from "./datasette.mjs";
import { WORKSPACE } from "./records.mjs";

const QUESTIONS = Object.keys(SCALES);
const both = (name) => ({ languages: { en: `$.${name}_en`, "zh-CN": `$.${name}_zh` } });
const bilingual = (...names) => Object.fromEntries(names.map((name) => [name, both(name)]));
// Datasette hands out lists as texts unless they are named.
const lists = (names) => names.map((name) => `&_json=${name}`).join("");

const steps = {
  rows: "$",
  fields: {
    id: "$.step",
    ...bilingual("name", "channel", "action", "thought", "backstage", "support", "as_is", "to_be"),
    ...bilingual("responsible", "accountable", "consulted", "informed"),
    hearts: { path: "$.hearts", split: "," },
    pains: "$.pains",
    opportunities: "$.chances",
    standards: { rows: "$.norms[*]" },
    moment_of_truth: "$.decisive",
    assumed_emotion: "$.guess",
    importance: "$.weight",
    nps_benchmark: "$.aim",
    evidence: "$.evidence",
  },
};

const journeys = {
  path: `step.json?_shape=array&_size=max${lists(["people", "pains", "chances", "norms"])}`,
  rows: "$[*]",
  fields: {
    id: "$.voyage",
    name: both("voyage"),
    scenario: both("story"),
    personas: { rows: "$.people[*]" },
    stages: { rows: "$", fields: { id: "$.phase", name: both("phase"), touchpoints: steps } },
  },
};

const indicators = {
  path: "reading.json?_shape=objects&_size=max",
  rows: "$.rows[*]",
  fields: {
    id: "$.code",
    baseline: "$.start",
    readings: { rows: "$", fields: { period: "$.month", value: "$.figure" } },
  },
};

// Rows are lists here: a value is known by its place.
const responses = {
  path: "answer.json?_shape=arrays&_size=max",
  rows: "$.rows[*]",
  fields: {
    id: "$[0]",
    submitted_at: "$[1]",
    touchpoint: "$[2]",
    segment: "$[3]",
    channel: "$[4]",
    team: "$[5]",
    comment: "$[6]",
    answers: Object.fromEntries(QUESTIONS.map((question, place) => [question, `$[${7 + place}]`])),
  },
};

const counted = (query, fields) => ({
  path: `${query}.json?_shape=objects${lists(QUESTIONS)}`,
  rows: "$.rows[*]",
  fields: {
    responses: "$.n",
    ...fields,
    counts: Object.fromEntries(QUESTIONS.map((question) => [question, `$.${question}`])),
  },
});

const summary = [
  counted("by_step", { touchpoint: "$.step", period: "$.month" }),
  counted("by_crew", { team: "$.crew", period: "$.month" }),
];

const tally = counted("by_day", {
  touchpoint: "$.step",
  period: "$.day",
  segment: "$.grp",
  channel: "$.way",
  team: "$.crew",
});

const config = (url, feeds) => ({
  format: "heartline/config",
  version: 1,
  workspace: WORKSPACE,
  connection: { name: { en: "Database", "zh-CN": "数据库" }, base_url: `${url}/service/`, feeds },
});

// Answers one by one, after sums that are there at once.
export const databaseConfig = (url) => config(url, { journeys, indicators, summary, responses });

// The database counts; no single answer leaves it.
export const countedConfig = (url) => config(url, { journeys, indicators, tally });
