// A peer in a worker: told the URL of the responses, it replies with what it made of them and how long that took.
// What `prepare` brings in, such as a database, is there before the clock starts.
export function reply(read, prepare = async () => {}) {
  self.onmessage = async ({ data: url }) => {
    try {
      const tools = await prepare();
      const from = performance.now();
      const found = await read(url, tools);
      self.postMessage({ ...found, time: performance.now() - from });
    } catch (error) {
      self.postMessage({ error: String(error?.message ?? error) });
    }
  };
}
