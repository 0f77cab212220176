// What reading alone costs: a worker that fetches a body and drops it, piece by piece.

self.onmessage = async ({ data }) => {
  const from = performance.now();
  const { body } = await fetch(data);
  const reader = body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
  }
  self.postMessage({ bytes, time: performance.now() - from });
};
