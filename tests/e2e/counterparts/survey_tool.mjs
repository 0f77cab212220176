// A survey tool's API on json-server: names of its own, answers in lists, numbers as texts, words for
// scores, ids that are numbers, epoch milliseconds, and a key in a header.
import jsonServer from "json-server";
import { closed } from "../serve.mjs";
import { indicators, journeys, responses } from "./records.mjs";

export const KEY = "open-sesame";
export const WORDS = { 1: "awful", 2: "poor", 3: "fair", 4: "good", 5: "great" };
export const GROUPS = { business: "B", leisure: "L", family: "F" };
export const WAYS = { web: 1, app: 2, phone: 3, counter: 4, onsite: 5, message: 6 };
export const ITEMS = {
  nps: "recommend",
  ces: "easy",
  care: "h1",
  patience: "h2",
  attentiveness: "h3",
  responsibility: "h4",
  confidence: "h5",
};

// Touchpoints are numbered in the order they come in.
function numbers() {
  const all = journeys().flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints));
  return new Map(all.map((touchpoint, place) => [touchpoint.id, 5001 + place]));
}

const both = (text) => ({ title: text.en, title_zh: text["zh-CN"] });

function contact(touchpoint, number) {
  const { name, hearts, moment_of_truth, assumed_emotion, importance, nps_benchmark, owner, ...rest } = touchpoint;
  return {
    number: number.get(touchpoint.id),
    ...both(name),
    relies_on: hearts.join(" + "),
    decisive: moment_of_truth ? "yes" : "no",
    guess: String(assumed_emotion),
    weight: String(importance),
    aim: nps_benchmark === undefined ? null : String(nps_benchmark),
    raci: owner,
    card: { ...rest, evidence: rest.evidence.toUpperCase() },
  };
}

function voyage(journey, number) {
  const phase = (stage) => ({
    code: stage.id,
    ...both(stage.name),
    contacts: stage.touchpoints.map((touchpoint) => contact(touchpoint, number)),
  });
  const traveller = ({ id, name, description, segment }) => ({
    code: id,
    who: name,
    about: description,
    group: segment,
  });
  return {
    code: journey.id,
    ...both(journey.name),
    story: journey.scenario,
    travellers: journey.personas.map(traveller),
    phases: journey.stages.map(phase),
  };
}

function submission(response, number) {
  const { csat, ...others } = response.answers;
  const replies = Object.entries(others).map(([id, value]) => ({ item: ITEMS[id], reply: String(value) }));
  if (csat !== undefined) replies.unshift({ item: "overall", reply: WORDS[csat] });
  return {
    step: number.get(response.touchpoint),
    received: Date.parse(response.submitted_at),
    from: { group: GROUPS[response.segment] ?? response.segment, way: WAYS[response.channel], crew: response.team },
    replies,
    words: response.comment ?? null,
  };
}

function metric({ id, baseline, readings }) {
  const points = readings.map(({ period, value }) => ({ month: `${period}-01`, figure: String(value) }));
  return { code: id, start: String(baseline), points };
}

// Serves it on a free port.
export async function serveSurveyTool() {
  const number = numbers();
  const rows = {
    voyages: journeys().map((journey) => voyage(journey, number)),
    submissions: responses().map((response) => submission(response, number)),
    metrics: indicators().map(metric),
  };
  const app = jsonServer.create();
  app.use(jsonServer.defaults({ logger: false, readOnly: true }));
  app.use((request, response, next) => {
    if (request.headers["x-api-key"] === KEY) return next();
    return response.status(401).json({ error: "no key, no answers" });
  });
  const router = jsonServer.router(rows);
  router.render = (_request, response) =>
    response.json({ total: response.locals.data.length, items: response.locals.data });
  app.use(router);
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => closed(server) };
}
