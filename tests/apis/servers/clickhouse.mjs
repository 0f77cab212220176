// ClickHouse over its HTTP interface.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { answers, folderFor, freePort, start } from "./program.mjs";

// Debian's ClickHouse looks for its settings under a root element of its old name.
const settings = (folder, http, tcp) => `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${tcp}</tcp_port>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <users_config>users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database><mark_cache_size>268435456</mark_cache_size>
</yandex>`;

// The owner, who makes tables, and whoever else `extra` names.
const users = ({ profiles, users }) => `<yandex>
  <profiles><default/>${profiles}</profiles>
  <users>
    <default>
      <password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
    </default>
    ${users}
  </users>
  <quotas><default/></quotas>
</yandex>`;

const NOBODY_ELSE = { profiles: "", users: "" };

// The profiles and users of a piece of settings.
export function userOf(xml) {
  const inner = (name) => xml.match(new RegExp(`^<${name}>(.*?)^</${name}>`, "ms"))[1];
  return { profiles: inner("profiles"), users: inner("users") };
}

// Starts an empty server. `sql` runs a statement, `load` fills a table from tab-separated pieces.
export async function startClickhouse(extra = NOBODY_ELSE) {
  const folder = folderFor("clickhouse");
  const port = await freePort();
  writeFileSync(join(folder, "config.xml"), settings(folder, port, await freePort()));
  writeFileSync(join(folder, "users.xml"), users(extra));
  const url = `http://127.0.0.1:${port}`;
  const server = await start("/usr/sbin/clickhouse-server", ["--config-file=config.xml"], {
    folder,
    ready: answers(`${url}/ping`),
  });
  const run = async (body, query) => {
    const response = await fetch(`${url}/${query}`, { method: "POST", body, duplex: "half" });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text.trim();
  };
  return {
    ...server,
    url,
    sql: (statement) => run(statement, ""),
    load: (table, pieces) => {
      const query = new URLSearchParams({ query: `insert into ${table} format TabSeparated` });
      return run(Readable.toWeb(Readable.from(pieces)), `?${query}`);
    },
  };
}
