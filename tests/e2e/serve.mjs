// Serves the built site as a static host does: compressed, and every path that is no file is the app.
import { createServer } from "node:http";
import sirv from "sirv";

// `answers` says, by path, what is answered instead of the file: `{ status, type, body }`, or nothing; it
// may take its time.
export function serve(folder, { port = 0, answers = () => undefined } = {}) {
  const files = sirv(folder, { brotli: true, gzip: true, single: true, etag: true });
  const server = createServer(async (request, response) => {
    const own = await answers(new URL(request.url, "http://site").pathname);
    if (own === undefined) return files(request, response);
    response.writeHead(own.status ?? 200, { "content-type": own.type ?? "application/json" });
    response.end(own.body ?? "");
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      const url = `http://127.0.0.1:${server.address().port}`;
      resolve({ url, close: () => closed(server) });
    });
  });
}

// A browser keeps its connections open; waiting for them would take as long as it likes.
export function closed(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}
