// The next Datasette, for those with a token alone. It asks for the token also when a browser asks first, which never has
// one: hence the front.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { serveDatasette } from "../../e2e/counterparts/datasette.mjs";
import { serveFront } from "./front.mjs";
import { PYTHON } from "./program.mjs";

const SECRET = "tea-leaf";

export async function serveWithToken() {
  const told = ["--secret", SECRET, "--setting", "default_allow_sql", "off"];
  // Whoever has the token may read, and write rows.
  const allowed = ["-s", "allow.id", "root", "-s", "permissions.insert-row.id", "root"];
  const server = await serveDatasette({ bin: PYTHON, told: [...told, ...allowed] });
  const create = ["create-token", "root", "--secret", SECRET];
  const key = execFileSync(join(PYTHON, "datasette"), create, { encoding: "utf8" }).trim();
  const front = await serveFront(server.url);
  return {
    url: front.url,
    key,
    async close() {
      await front.close();
      await server.close();
    },
  };
}
