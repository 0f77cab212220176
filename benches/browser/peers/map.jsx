// The journey map in React and SVG: every column made, each remembered, so that a new score renders the
// one it belongs to and the curve. Its data are there before the map is asked for.
import { memo, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import { Column } from "./map-column.jsx";
import { COLUMN, CURVE, HEIGHT, LABEL, ROWS, emotionY, path, ribbon } from "./map-layout.js";

const knots = (scores, key) => scores.map((score, place) => [place, score[key]]);

const Curve = memo(({ scores, assumed }) => {
  const lines = useMemo(
    () => ({ measured: path(knots(scores, "emotion")), ribbon: ribbon(knots(scores, "low"), knots(scores, "high")) }),
    [scores],
  );
  const designed = useMemo(() => path(assumed.map((value, place) => [place, value])), [assumed]);
  const width = scores.length * COLUMN;
  return (
    <g transform={`translate(${LABEL} ${CURVE.top})`}>
      {[2, 0, -2].map((level) => (
        <line key={level} x1="0" x2={width} y1={emotionY(level)} y2={emotionY(level)} stroke="#8d877e" />
      ))}
      <path d={lines.ribbon} fill="#a8263f" fillOpacity="0.15" />
      <path d={designed} fill="none" stroke="#8d877e" strokeDasharray="4 4" />
      <path className="measured" d={lines.measured} fill="none" stroke="#a8263f" strokeWidth="3" />
    </g>
  );
});

const Stages = memo(({ stages }) => {
  let first = 0;
  return stages.map((stage) => {
    const x = LABEL + first * COLUMN;
    first += stage.touchpoints.length;
    return (
      <g key={stage.id}>
        <rect x={x} y="0" width={stage.touchpoints.length * COLUMN - 2} height="36" fill="#f1efeb" />
        <text x={x + 8} y="23" fontWeight="650">
          {stage.name.en}
        </text>
      </g>
    );
  });
});

const Labels = memo(() =>
  ROWS.map((row) => (
    <g key={row.name}>
      <rect x="0" y={row.top} width={LABEL} height={row.height} fill="#ffffff" stroke="#e0dcd5" />
      <text x="12" y={row.top + 20} fill="#5c574f">
        {row.name}
      </text>
    </g>
  )),
);

function JourneyMap({ journey, scores }) {
  const touchpoints = useMemo(() => journey.stages.flatMap((stage) => stage.touchpoints), [journey]);
  const assumed = useMemo(() => touchpoints.map((one) => one.assumed_emotion ?? 0), [touchpoints]);
  const responses = scores.reduce((sum, score) => sum + score.n, 0);
  return (
    <main>
      <h1>{journey.name.en}</h1>
      <p className="about">{responses.toLocaleString("en")} responses</p>
      <div style={{ overflow: "auto", maxHeight: "82vh" }}>
        <svg
          className="map"
          role="img"
          aria-label={journey.name.en}
          width={LABEL + touchpoints.length * COLUMN}
          height={HEIGHT}
        >
          <Stages stages={journey.stages} />
          {touchpoints.map((touchpoint, place) => (
            <Column key={touchpoint.id} place={place} touchpoint={touchpoint} score={scores[place]} />
          ))}
          <Curve scores={scores} assumed={assumed} />
          <Labels />
        </svg>
      </div>
    </main>
  );
}

function App({ journey, first }) {
  const [open, setOpen] = useState(false);
  const [scores, setScores] = useState(first);
  useEffect(() => {
    globalThis.newScore = (place, score) => setScores((old) => old.with(place, { ...old[place], ...score }));
  }, []);
  if (open) return <JourneyMap journey={journey} scores={scores} />;
  return (
    <button type="button" className="open-map" onClick={() => setOpen(true)}>
      {journey.name.en}
    </button>
  );
}

const [journeys, first] = await Promise.all(
  ["/journeys.json", "/scores.json"].map(async (path) => (await fetch(path)).json()),
);
createRoot(document.getElementById("root")).render(<App journey={journeys.journeys[0]} first={first} />);
