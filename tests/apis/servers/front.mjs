// A web server before an API that does not answer what a browser asks first: what one writes into one's nginx.
import { createServer, request as ask } from "node:http";
import { closed } from "../../e2e/serve.mjs";

const OPEN = { "access-control-allow-origin": "*", "access-control-allow-headers": "authorization, content-type" };
// What is handed on of a request.
const PASSED = ["authorization", "content-type"];

export async function serveFront(url) {
  const server = createServer((request, response) => {
    if (request.method === "OPTIONS") return response.writeHead(204, OPEN).end();
    const passed = PASSED.filter((name) => request.headers[name]).map((name) => [name, request.headers[name]]);
    const { method } = request;
    const forwarded = ask(new URL(request.url, url), { method, headers: Object.fromEntries(passed) }, (answer) => {
      response.writeHead(answer.statusCode, { ...answer.headers, ...OPEN });
      answer.pipe(response);
    });
    forwarded.on("error", () => response.destroy());
    return request.pipe(forwarded);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => closed(server) };
}
