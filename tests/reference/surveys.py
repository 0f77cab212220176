"""Reference values for SERVQUAL, SERVPERF and alpha, computed by implementations others trust.

Writes `surveys.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install numpy==2.4.6 scipy==1.17.1 pandas==3.1.1 pingouin==0.7.0
    /tmp/reference/bin/python tests/reference/surveys.py

The committed values were made with these versions and Python 3.11. Every random input has a seed of its own, so
running it again gives the same file. Expected figures have the names of the library's own result; null is a
figure that is not defined.

Scores are worked out with pandas, respondent by respondent, as the questionnaire's authors describe it; intervals
are scipy's t. Alpha is pingouin's, of respondents who answered every item: its interval of data with holes counts
those that were left out, so it is given none.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pingouin as pg
from scipy import stats

OUTPUT = Path(__file__).with_name("surveys.json")
SIZES = [4, 5, 4, 4, 5]

Json = Any
Answers = list[list[float | None]]


def case(name: str, given: Json, expected: Json) -> Json:
    return {"case": name, "input": given, "expected": expected}


def estimate(values: pd.Series, level: float) -> Json:
    """A mean with its t interval, which needs two values that differ."""
    values = values.dropna()
    n = len(values)
    ci = None
    if n > 1:
        mean, error = float(values.mean()), float(stats.sem(values))
        half = float(stats.t.ppf((1 + level) / 2, n - 1)) * error
        ci = {"low": mean - half, "high": mean + half} if values.nunique() > 1 else None
    return {"value": float(values.mean()) if n else None, "n": n, "ci": ci}


def blocks(sizes: list[int]) -> list[range]:
    ends = np.cumsum([0, *sizes]).tolist()
    return [range(first, end) for first, end in zip(ends, ends[1:])]


def battery(answers: pd.DataFrame, weights: pd.DataFrame | None, sizes: list[int], level: float) -> Json:
    answers = answers.dropna(how="all")
    if answers.empty:
        return None
    own = [answers[list(block)] for block in blocks(sizes)]
    # A mean over a row with a hole is none.
    scores = pd.concat([part.mean(axis=1, skipna=False) for part in own], axis=1)
    overall = scores.mean(axis=1, skipna=False)
    weighted = pd.Series(dtype=float)
    if weights is not None:
        weights = weights.loc[answers.index]
        whole = weights.sum(axis=1, skipna=False)
        weighted = pd.Series((scores.to_numpy() * weights.to_numpy()).sum(axis=1), index=answers.index)
        weighted = weighted / whole.where(whole > 0)
    return {
        "n": len(answers),
        "n_missing": int(overall.isna().sum()),
        "score": estimate(overall, level),
        "weighted_score": estimate(weighted, level),
        "dimensions": [
            {"score": estimate(scores[place], level), "items": [estimate(part[item], level) for item in part]}
            for place, part in enumerate(own)
        ],
    }


def frame(rows: Answers, width: int) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=range(width), dtype=float)


def servqual(expected: Answers, got: Answers, weights: Answers | None, sizes: list[int], level: float) -> Json:
    width = sum(sizes)
    e, p = frame(expected, width), frame(got, width)
    e, p = e.where(p.notna()), p.where(e.notna())
    w = None if weights is None else frame(weights, len(sizes))
    sides = {name: battery(side, w, sizes, level) for name, side in (("expectation", e), ("perception", p), ("gap", p - e))}
    gap = sides["gap"]
    if gap is None:
        return None
    return {
        "n": gap["n"],
        "n_missing": gap["n_missing"],
        "gap": gap["score"],
        "weighted_gap": gap["weighted_score"],
        "dimensions": [
            {
                **{name: side["dimensions"][place]["score"] for name, side in sides.items()},
                "items": [
                    {name: side["dimensions"][place]["items"][item] for name, side in sides.items()}
                    for item in range(size)
                ],
            }
            for place, size in enumerate(sizes)
        ],
    }


def answers(random: np.random.Generator, n: int, width: int, mean: float, holes: float) -> Answers:
    person = random.normal(mean, 0.9, (n, 1))
    values = np.clip(np.round(person + random.normal(0, 0.8, (n, width))), 1, 7).astype(int)
    return [[None if random.random() < holes else value for value in row] for row in values.tolist()]


def points(random: np.random.Generator, n: int, width: int) -> Answers:
    """A hundred points shared out between the dimensions, as nearly as people do it."""
    return [np.round(100 * random.dirichlet(np.ones(width) * 4)).astype(int).tolist() for _ in range(n)]


def service_cases() -> tuple[list[Json], list[Json]]:
    random = np.random.default_rng(81)
    lots: list[tuple[str, list[int], int, float, float, bool]] = [
        ("nobody", [1, 1], 0, 0.0, 0.95, False),
        ("one respondent", [2, 1], 1, 0.0, 0.95, True),
        ("two respondents", [2, 1], 2, 0.0, 0.95, True),
        ("the standard questionnaire", SIZES, 60, 0.0, 0.95, True),
        ("the standard questionnaire, 99 %", SIZES, 40, 0.0, 0.99, True),
        ("no weights asked for", SIZES, 30, 0.0, 0.95, False),
        ("items left out", SIZES, 80, 0.02, 0.95, True),
        ("many items left out", SIZES, 12, 0.5, 0.95, True),
        ("one dimension of one item", [1], 9, 0.1, 0.95, True),
        ("dimensions of any size", [1, 2, 7, 3], 25, 0.03, 0.9, True),
        ("more than a hundred", SIZES, 120, 0.01, 0.95, True),
    ]
    qual, perf = [], []
    for name, sizes, n, holes, level, asks in lots:
        width = sum(sizes)
        e, p = answers(random, n, width, 6.2, holes), answers(random, n, width, 5.3, holes)
        w = points(random, n, len(sizes)) if asks else None
        if w and holes:
            w[0][0] = None
            w[-1] = [0] * len(sizes)
        given = {"dimensions": sizes, "level": level}
        weights = [{"weights": row} for row in w] if w else [{}] * n
        both = [{"expectation": a, "perception": b, **c} for a, b, c in zip(e, p, weights)]
        qual.append(case(name, {**given, "respondents": both}, servqual(e, p, w, sizes, level)))
        one = [{"perception": b, **c} for b, c in zip(p, weights)]
        weighed = None if w is None else frame(w, len(sizes))
        perf.append(case(name, {**given, "respondents": one}, battery(frame(p, width), weighed, sizes, level)))
    far = [1e8 + step for step in (1.0, 2.0, 3.0, 4.0, 5.0)]
    sizes, answered = [1], [[value] for value in far]
    given = {"dimensions": sizes, "level": 0.95, "respondents": [{"perception": row} for row in answered]}
    perf.append(case("far from zero", given, battery(frame(answered, 1), None, sizes, 0.95)))
    thirds = [[5, 5, 6] for _ in range(7)]
    given = {"dimensions": [3], "level": 0.95, "respondents": [{"perception": row} for row in thirds]}
    perf.append(case("everybody alike, in thirds", given, battery(frame(thirds, 3), None, [3], 0.95)))
    return qual, perf


def alpha_cases() -> list[Json]:
    random = np.random.default_rng(82)
    cases = []
    for n, k, holes, level in ((25, 4, 0.0, 0.95), (60, 8, 0.0, 0.99), (150, 22, 0.01, 0.95), (40, 2, 0.1, 0.9)):
        rows = answers(random, n, k, 4.5, holes)
        complete = [row for row in rows if None not in row]
        value, ends = pg.cronbach_alpha(data=pd.DataFrame(complete), ci=level)
        expected = {"n": len(complete), "n_missing": n - len(complete), "alpha": float(value)}
        # Pingouin rounds its interval to three digits: scipy's law is asked again.
        df = (len(complete) - 1, (len(complete) - 1) * (k - 1))
        tail = (1 - level) / 2
        low, high = (1 - (1 - value) * stats.f.ppf(share, *df) for share in (1 - tail, tail))
        assert np.allclose([low, high], ends, atol=6e-4), (low, high, ends)
        expected["ci"] = {"low": float(low), "high": float(high)}
        cases.append(case(f"pingouin, {n} by {k}", {"rows": rows, "level": level}, expected))
    return cases


def all_cases() -> dict[str, list[Json]]:
    qual, perf = service_cases()
    return {"servqual": qual, "servperf": perf, "alpha": alpha_cases()}


def lines(cases: list[Json]) -> str:
    """One case a line."""
    return ",\n".join(f"    {json.dumps(told, allow_nan=False)}" for told in cases)


def main() -> None:
    indices = [f'  "{index}": [\n{lines(cases)}\n  ]' for index, cases in all_cases().items()]
    OUTPUT.write_text("{\n" + ",\n".join(indices) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
