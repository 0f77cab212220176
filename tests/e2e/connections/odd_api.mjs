// An API as nobody planned it for this: answers in lists, words for scores, seconds since 1970.
import { json } from "../support/api.mjs";

const PLACES = ["check-in", "breakfast", "check-out"];
const WORDS = ["非常满意", "满意", "一般", "不满意"];

function item(place) {
  const answers = [
    { q: "nps", v: String(place % 3 === 1 ? 4 : 9) },
    { q: "csat", v: WORDS[place % WORDS.length] },
  ];
  return {
    ref: `r-${place}`,
    when: 1_764_547_200 + place * 86_400,
    where: { id: PLACES[place % PLACES.length] },
    who: place % 2 ? "family" : "business",
    answers,
    text: place % 5 ? null : `It took a while, and then it was all right in the end, number ${place}.`,
  };
}

export const items = (count = 120) => Array.from({ length: count }, (_, place) => item(place));

export function serveOdd(api) {
  api.on("/v2/surveys", json({ data: { items: items() }, meta: { total: 120 } }));
}
