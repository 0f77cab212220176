// Kinto, which keeps records in collections of buckets, for those who sign in.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { indicators, journeys, sampled } from "../sample.mjs";
import { answers, folderFor, freePort, PYTHON, start } from "./program.mjs";

const USER = "heartline";
const PASSWORD = "tea-leaf";
// What a reader types.
export const LOGIN = { user: USER, password: PASSWORD };
// What a request carries then.
export const KEY = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString("base64")}`;
// How many requests go into one.
const BATCH = 500;

const settings = (port) => `[app:main]
use = egg:kinto
kinto.storage_backend = kinto.core.storage.memory
kinto.permission_backend = kinto.core.permission.memory
kinto.cache_backend = kinto.core.cache.memory
kinto.includes = kinto.plugins.accounts
kinto.account_create_principals = system.Everyone
kinto.batch_max_requests = ${BATCH}
multiauth.policies = account
multiauth.policy.account.use = kinto.plugins.accounts.authentication.AccountsAuthenticationPolicy
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = ${port}
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = ERROR
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = plain
[formatter_plain]
format = %(message)s
`;

export async function serveKinto() {
  const folder = folderFor("kinto");
  const port = await freePort();
  writeFileSync(join(folder, "kinto.ini"), settings(port));
  const url = `http://127.0.0.1:${port}/v1`;
  const server = await start(join(PYTHON, "kinto"), ["start", "--ini", "kinto.ini"], {
    folder,
    ready: answers(`${url}/__heartbeat__`),
  });
  await fill(url);
  return { ...server, url };
}

async function fill(url) {
  const send = async (method, path, body) => {
    const headers = {
      "content-type": "application/json",
      ...(path.startsWith("/accounts") ? {} : { authorization: KEY }),
    };
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
  };
  await send("PUT", `/accounts/${USER}`, { data: { password: PASSWORD } });
  await send("PUT", "/buckets/service", {});
  for (const [name, rows] of Object.entries({ journeys: journeys(), indicators: indicators(), responses: sampled() })) {
    const collection = `/buckets/service/collections/${name}`;
    await send("PUT", collection, {});
    for (let first = 0; first < rows.length; first += BATCH) {
      const requests = rows.slice(first, first + BATCH).map((data) => ({ body: { data } }));
      const defaults = { method: "POST", path: `/v1${collection}/records` };
      const { responses } = await send("POST", "/batch", { defaults, requests });
      const refused = responses.find(({ status }) => status >= 300);
      if (refused) throw new Error(`${name}: ${JSON.stringify(refused.body)}`);
    }
  }
}
