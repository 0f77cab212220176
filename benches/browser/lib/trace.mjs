// What the page's main thread did, from Chromium's own trace: every task, not only the long ones.

const CATEGORIES = ["toplevel", "blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];
const TASK = "ThreadControllerImpl::RunTask";

// Traces while `act` runs. Says the tasks between the marks `bench-from` and `bench-to`, where the page
// sets them, else all tasks since its navigation.
export async function traced(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  let events;
  try {
    await act();
  } finally {
    events = JSON.parse(await browser.stopTracing()).traceEvents;
  }
  return mainThread(events);
}

function mainThread(events) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes("user_timing"));
  const thread = threadOf(events);
  const [from, to] = [mark("bench-from")?.ts ?? 0, mark("bench-to")?.ts ?? Number.POSITIVE_INFINITY];
  const tasks = events
    .filter((event) => event.ph === "X" && event.name === TASK && event.pid === thread.pid && event.tid === thread.tid)
    .filter((event) => event.ts + event.dur > from && event.ts < to)
    .map((event) => part(event, from, to));
  const most = (key) => tasks.reduce((found, task) => Math.max(found, task[key]), 0);
  const work = tasks.reduce((sum, task) => sum + task.work, 0);
  return { work, longest: most("time"), hardest: most("work") };
}

// The task a mark was set in began before it; only what lies between the marks counts. `time` is what the
// clock says, `work` what the processor spent on it, which hardly depends on what else the machine does.
function part(event, from, to) {
  const time = Math.min(event.ts + event.dur, to) - Math.max(event.ts, from);
  const share = event.dur > 0 ? time / event.dur : 0;
  return { time: time / 1000, work: ((event.tdur ?? event.dur) * share) / 1000 };
}

// The thread that sets marks, or, without any, the one that parsed the page.
function threadOf(events) {
  const own = events.find((event) => event.name === "bench-from") ?? events.find((event) => event.name === "ParseHTML");
  if (!own) throw new Error("the trace names no page");
  return own;
}
