// A fixed sample of the demo, for servers that take long to be filled: every tenth response.
import { indicators, journeys, responses, WORKSPACE } from "../e2e/counterparts/records.mjs";

export { indicators, journeys, WORKSPACE };

export const sampled = () =>
  responses()
    .filter((_, place) => place % 10 === 0)
    .map((response, place) => ({ id: `r-${String(place).padStart(5, "0")}`, ...response }));

// A configuration: how the servers' own feeds are read is all they differ in.
export const configOf = (name, url, feeds, auth) => ({
  format: "heartline/config",
  version: 1,
  workspace: WORKSPACE,
  connection: { name, base_url: `${url}/`, ...(auth && { auth }), feeds },
});

// The sample in the native shape, as files of the site itself.
export function nativeAnswers() {
  const feed = (kind) => ({ path: `${kind}.json`, rows: "$[*]" });
  const feeds = { journeys: feed("journeys"), indicators: feed("indicators"), responses: feed("responses") };
  const config = { format: "heartline/config", version: 1, workspace: WORKSPACE };
  const files = {
    "/config.json": { ...config, connection: { name: "Sample", base_url: "sample/", feeds } },
    "/sample/journeys.json": journeys(),
    "/sample/indicators.json": indicators(),
    "/sample/responses.json": sampled(),
  };
  return (path) => (path in files ? { body: JSON.stringify(files[path]) } : undefined);
}
