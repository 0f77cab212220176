// Prometheus with two years of readings that were there before it.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { indicators } from "../sample.mjs";
import { answers, folderFor, freePort, start } from "./program.mjs";

// A month's reading is of its first second.
export const second = (period) => Date.parse(`${period}-01T00:00:00Z`) / 1000;

function metrics() {
  const lines = indicators().flatMap(({ id, baseline, readings }) =>
    readings.map(
      ({ period, value }) => `heartline_indicator{indicator="${id}",baseline="${baseline}"} ${value} ${second(period)}`,
    ),
  );
  return ["# TYPE heartline_indicator gauge", ...lines, "# EOF", ""].join("\n");
}

export async function servePrometheus() {
  const folder = folderFor("prometheus");
  writeFileSync(join(folder, "metrics.txt"), metrics());
  writeFileSync(join(folder, "prometheus.yml"), "scrape_configs: []\n");
  const blocks = ["tsdb", "create-blocks-from", "openmetrics", "metrics.txt", "data"];
  execFileSync("promtool", blocks, { cwd: folder, stdio: "ignore" });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const told = ["--config.file=prometheus.yml", "--storage.tsdb.path=data", "--storage.tsdb.retention.time=20y"];
  const args = [...told, `--web.listen-address=127.0.0.1:${port}`, "--log.level=error"];
  const server = await start("prometheus", args, { folder, ready: isReady(url) });
  return { ...server, url };
}

const isReady = (url) => async () => {
  if (!(await answers(url)())) return false;
  return (await fetch(`${url}/-/ready`)).ok;
};
