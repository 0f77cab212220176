// What reading alone costs: the body is fetched and dropped, piece by piece.
import { reply } from "./reply.js";

reply(async (url) => {
  const { body } = await fetch(url);
  const reader = body.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes };
    bytes += value.length;
  }
});
