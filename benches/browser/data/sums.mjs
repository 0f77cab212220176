// Sums grouped beforehand, touchpoint by team: what a heat map of any size is made of.
import { dice, whole } from "./dice.mjs";
import { touchpointId } from "./journey.mjs";

const teamId = (place) => `team-${String(place + 1).padStart(3, "0")}`;

// The body of a feed of sums, in pieces of one touchpoint each.
export function* sumsBody(touchpoints, teams, seed = 3) {
  const chance = dice(seed);
  yield '{"format":"heartline/tally","version":1,"tally":[';
  for (let place = 0; place < touchpoints; place++) {
    const rows = Array.from({ length: teams }, (_, team) => JSON.stringify(sum(place, team, chance)));
    yield `${place ? ",\n" : "\n"}${rows.join(",\n")}`;
  }
  yield "\n]}\n";
}

function sum(place, team, chance) {
  const csat = Array.from({ length: 5 }, (_, answer) => whole(chance, 0, 4 + 5 * answer));
  const responses = csat.reduce((all, count) => all + count, 0);
  return { counts: { csat }, period: "2026-01", responses, team: teamId(team), touchpoint: touchpointId(place) };
}
