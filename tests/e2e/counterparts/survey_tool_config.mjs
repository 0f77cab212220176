// How the survey tool is read.
import { WORKSPACE } from "./records.mjs";
import { GROUPS, ITEMS, WAYS, WORDS } from "./survey_tool.mjs";

const turned = (map) => Object.fromEntries(Object.entries(map).map(([name, code]) => [String(code), name]));
const title = { languages: { en: "$.title", "zh-CN": "$.title_zh" } };

const contacts = {
  rows: "$.contacts[*]",
  fields: {
    id: "$.number",
    name: title,
    channel: "$.card.channel",
    action: "$.card.action",
    thought: "$.card.thought",
    backstage: "$.card.backstage",
    support: "$.card.support",
    responsible: "$.raci.responsible",
    accountable: "$.raci.accountable",
    consulted: "$.raci.consulted",
    informed: "$.raci.informed",
    hearts: { path: "$.relies_on", split: "+" },
    pains: "$.card.pains",
    opportunities: "$.card.opportunities",
    as_is: "$.card.as_is",
    to_be: "$.card.to_be",
    moment_of_truth: "$.decisive",
    assumed_emotion: "$.guess",
    importance: "$.weight",
    nps_benchmark: "$.aim",
    evidence: { path: "$.card.evidence", map: { NONE: "none", PARTIAL: "partial", RESEARCHED: "researched" } },
    standards: { rows: "$.card.standards[*]" },
  },
};

const journeys = {
  path: "voyages",
  rows: "$.items[*]",
  fields: {
    id: "$.code",
    name: title,
    scenario: "$.story",
    personas: {
      rows: "$.travellers[*]",
      fields: { id: "$.code", name: "$.who", description: "$.about", segment: "$.group" },
    },
    stages: { rows: "$.phases[*]", fields: { id: "$.code", name: title, touchpoints: contacts } },
  },
};

const reply = (item) => `$.replies[?@.item == '${item}'].reply`;

const responses = {
  path: "submissions",
  rows: "$.items[*]",
  fields: {
    touchpoint: "$.step",
    submitted_at: { path: "$.received", date: "epoch_millis" },
    segment: { path: "$.from.group", map: turned(GROUPS) },
    channel: { path: "$.from.way", map: turned(WAYS) },
    team: "$.from.crew",
    comment: "$.words",
    answers: {
      csat: {
        path: reply("overall"),
        map: Object.fromEntries(Object.entries(WORDS).map(([n, word]) => [word, Number(n)])),
      },
      ...Object.fromEntries(Object.entries(ITEMS).map(([question, item]) => [question, reply(item)])),
    },
  },
};

const indicators = {
  path: "metrics",
  rows: "$.items[*]",
  fields: {
    id: "$.code",
    baseline: "$.start",
    readings: { rows: "$.points[*]", fields: { period: "$.month", value: "$.figure" } },
  },
};

export const surveyToolConfig = (url) => ({
  format: "heartline/config",
  version: 1,
  workspace: WORKSPACE,
  connection: {
    name: { en: "Survey tool", "zh-CN": "问卷系统" },
    base_url: `${url}/`,
    auth: { kind: "header", name: "X-Api-Key" },
    feeds: { journeys, responses, indicators },
  },
});
