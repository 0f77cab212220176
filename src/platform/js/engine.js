// The worker's own script: starts the engine and hands it what the page says, in order.
import init, { online, receive, start, watch } from "heartline-engine";

const waiting = [];
let started = false;

function take(data) {
  if (data instanceof Uint8Array) receive(data);
  else watch(data.seen);
}

self.onmessage = async ({ data }) => {
  if (started) return take(data);
  if (!data.wasm) return waiting.push(data);
  await init({ module_or_path: data.wasm });
  start(data.base, data.build, data.config, data.status, data.choice);
  started = true;
  waiting.splice(0).forEach(take);
};

self.addEventListener("online", () => {
  if (started) online();
});
