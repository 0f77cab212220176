// A slow line in front of a server: a latency and one token bucket each way, shared fairly by all
// connections. It stands outside the browser on purpose. What a page's session throttles leaves out its
// workers' requests; a line slows down whatever goes over it, a page's, a worker's or a preload's, and
// both sides of a comparison alike.
import { connect, createServer } from "node:net";

// Slow 4G, as browsers and audits call it.
export const SLOW_4G = { down: 1_600_000, up: 750_000, latency: 150 };

const SEGMENT = 1460;
// How much a source may run ahead of the line before it is made to wait.
const AHEAD = 256 * 1024;

// One way of the line: takes turns among its connections, a segment each.
class Way {
  constructor(bitsPerSecond) {
    this.rate = bitsPerSecond / 8000;
    this.budget = 0;
    this.streams = [];
    this.last = performance.now();
  }

  // Leads one socket's bytes into another, each `delay` milliseconds after it came.
  lead(from, to, delay) {
    const stream = { from, to, queue: [], size: 0, ended: false };
    let wait = delay.first;
    from.on("data", (bytes) => {
      stream.queue.push({ bytes, ready: performance.now() + wait });
      stream.size += bytes.length;
      wait = delay.each;
      if (stream.size > AHEAD) from.pause();
    });
    from.on("end", () => {
      stream.ended = true;
    });
    this.streams.push(stream);
  }

  pump(now) {
    // What was not used is gone, save for what one late tick of the timer must make up for.
    this.budget = Math.min(this.budget + (now - this.last) * this.rate, 50 * this.rate);
    this.last = now;
    let idle = 0;
    while (this.budget > 0 && idle < this.streams.length) {
      const stream = this.streams.shift();
      this.streams.push(stream);
      idle = this.send(stream, now) ? 0 : idle + 1;
    }
    this.streams = this.streams.filter((stream) => !this.close(stream));
  }

  send(stream, now) {
    const head = stream.queue[0];
    if (!head || head.ready > now) return false;
    const segment = head.bytes.subarray(0, SEGMENT);
    stream.to.write(segment);
    this.budget -= segment.length;
    stream.size -= segment.length;
    if (segment.length === head.bytes.length) stream.queue.shift();
    else head.bytes = head.bytes.subarray(SEGMENT);
    if (stream.size < AHEAD && stream.from.isPaused()) stream.from.resume();
    return true;
  }

  close(stream) {
    if (stream.to.destroyed || stream.from.destroyed) return true;
    if (stream.ended && stream.queue.length === 0) stream.to.end();
    return stream.ended && stream.queue.length === 0;
  }
}

// Puts a line in front of a server that listens on a port of this machine.
export function line(port, { down, up, latency }) {
  const [downward, upward] = [new Way(down), new Way(up)];
  const sockets = new Set();
  const server = createServer((client) => {
    const origin = connect(port, "127.0.0.1");
    for (const socket of [client, origin]) {
      sockets.add(socket.setNoDelay(true));
      socket.on("error", () => socket.destroy());
      socket.on("close", () => [client, origin].forEach((other) => other.destroy()));
      socket.on("close", () => sockets.delete(socket));
    }
    // Half a round trip each way; a new connection pays one more for its handshake.
    upward.lead(client, origin, { first: latency * 1.5, each: latency / 2 });
    downward.lead(origin, client, { first: latency / 2, each: latency / 2 });
  });
  const timer = setInterval(() => [downward, upward].forEach((way) => way.pump(performance.now())), 2);
  const close = () => {
    clearInterval(timer);
    sockets.forEach((socket) => socket.destroy());
    return new Promise((done) => server.close(done));
  };
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}`, close }));
  });
}
