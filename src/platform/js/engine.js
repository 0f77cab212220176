// The worker's own script: starts the engine and hands it what the page says, in order.
import init, { receive, start } from "heartline-engine";

const waiting = [];
let started = false;

self.onmessage = async ({ data }) => {
  if (started) return receive(data);
  if (!data.wasm) return waiting.push(data);
  await init({ module_or_path: data.wasm });
  start(data.base, data.build, data.keptAs, data.config, data.status, data.own);
  started = true;
  waiting.splice(0).forEach((message) => receive(message));
};
