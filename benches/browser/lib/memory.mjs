// The most memory a page ever took, as the system counts it: of the page's own process, in which its workers are
// threads. It holds whatever a page holds, be it objects, buffers or a program's memory, and Chromium's own part,
// which is the same for every page. Each page measured must have a browser to itself.
import { readFileSync } from "node:fs";

export async function peakMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const pages = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...pages.map(({ id }) => highWater(id)));
}

// Bytes; not a number where the system does not tell, which only Linux does.
function highWater(id) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/status`, "utf8"))[1]) * 1024;
  } catch {
    return Number.NaN;
  }
}
