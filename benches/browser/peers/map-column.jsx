// One column of the React map: a touchpoint's name, its point of the curve and its lanes.
import { memo, useMemo } from "react";
import { COLUMN, LABEL, ROWS, emotionY } from "./map-layout.js";

// SVG breaks no lines: so many characters fit a column.
const FITS = 26;
const NAMES = {
  care: "Care",
  patience: "Patience",
  attentiveness: "Attentiveness",
  responsibility: "Responsibility",
  confidence: "Confidence",
};

function lines(text, most) {
  const all = [""];
  for (const word of text.split(" ")) {
    const last = all.at(-1);
    if (last && last.length + word.length >= FITS) all.push(word);
    else all[all.length - 1] = last ? `${last} ${word}` : word;
  }
  return all.slice(0, most);
}

const Text = ({ row, of, most, ...look }) => (
  <text {...look}>
    {lines(of, most).map((line, place) => (
      <tspan key={line} x="8" y={ROWS[row].top + 20 + place * 18}>
        {line}
      </tspan>
    ))}
  </text>
);

const Cell = ({ row, children }) => (
  <g>
    <rect x="0" y={ROWS[row].top} width={COLUMN} height={ROWS[row].height} fill="#ffffff" stroke="#f1efeb" />
    {children}
  </g>
);

const Hearts = ({ hearts, missed }) =>
  hearts.map((heart, place) => {
    const y = ROWS[5].top + 18 + place * 16;
    return (
      <g key={heart} fill={heart in missed ? "#a52a1d" : "#1d1b19"}>
        <title>
          {heart in missed ? `${NAMES[heart]} missed: ${missed[heart]} of 100` : `Relies on ${NAMES[heart]}`}
        </title>
        <path d="M8 14 2.6 8.6A3.4 3.4 0 0 1 8 4.4a3.4 3.4 0 0 1 5.4 4.2z" transform={`translate(8 ${y - 12})`} />
        <text x="28" y={y} textDecoration={heart in missed ? "line-through" : undefined}>
          {NAMES[heart]}
        </text>
      </g>
    );
  });

const list = (texts) => texts.map((text) => `· ${text.en}`).join(" ");

// What the designers wrote does not change with a score.
const Words = memo(({ touchpoint }) => (
  <>
    <Cell row={3}>
      <Text row={3} of={touchpoint.action.en} most={4} />
    </Cell>
    <Cell row={4}>
      <Text row={4} of={`“${touchpoint.thought.en}”`} most={4} fontStyle="italic" />
    </Cell>
    <Cell row={6}>
      <Text row={6} of={list(touchpoint.pains)} most={4} />
    </Cell>
    <Cell row={7}>
      <Text row={7} of={list(touchpoint.opportunities)} most={4} />
    </Cell>
  </>
));

const Point = ({ score }) => {
  const value = useMemo(
    () => score.emotion.toLocaleString("en", { maximumFractionDigits: 1, signDisplay: "exceptZero" }),
    [score.emotion],
  );
  const row = ROWS[2];
  return (
    <Cell row={2}>
      <title>{`Measured ${value}, n = ${score.n}, ${score.low.toFixed(1)} to ${score.high.toFixed(1)}`}</title>
      <circle cx={COLUMN / 2} cy={row.top + emotionY(score.emotion)} r="5" fill="#a8263f" />
      <text className="value" x={COLUMN / 2} y={row.top + row.height - 8} textAnchor="middle">
        {value} n {score.n}
      </text>
    </Cell>
  );
};

export const Column = memo(({ touchpoint, score, place }) => (
  <g className="column" transform={`translate(${LABEL + place * COLUMN} 0)`} fontSize="13">
    <Cell row={1}>
      <Text row={1} of={(touchpoint.moment_of_truth ? "★ " : "") + touchpoint.name.en} most={3} fontWeight="550" />
    </Cell>
    <Point score={score} />
    <Cell row={5}>
      <Hearts hearts={touchpoint.hearts} missed={score.missed} />
    </Cell>
    <Words touchpoint={touchpoint} />
  </g>
));
