"""Reference values of pingouin: the reliability of scales, and its own tests of answers.

Writes `scales.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install -r tests/reference/requirements.txt
    /tmp/reference/bin/python tests/reference/scales.py

pingouin rounds Feldt's interval to three digits, so it is compared here, and psych (`peers.R`) gives all of its digits. Where
answers are missing pingouin takes the n of Feldt's interval before respondents are left out; only its alpha is kept then.
"""

import numpy as np
import pandas as pd
import pingouin
from scipy import stats

import cases
from cases import Json


def case(name: str, given: Json, expected: Json) -> Json:
    return cases.case(f"pingouin, {name}", given, expected)


def feldt(alpha: float, n: int, k: int) -> list[float]:
    law = stats.f(n - 1, (n - 1) * (k - 1))
    return [1 - (1 - alpha) * float(law.ppf(share)) for share in (0.975, 0.025)]


def alpha_cases() -> list[Json]:
    random = np.random.default_rng(101)

    def scale(n: int, k: int, noise: float) -> pd.DataFrame:
        person = random.normal(3, 1, (n, 1))
        return pd.DataFrame(np.clip(np.round(person + random.normal(0, noise, (n, k))), 1, 5))

    def one(name: str, items: pd.DataFrame) -> Json:
        alpha, ci = pingouin.cronbach_alpha(data=items, nan_policy="listwise")
        n, k = items.dropna().shape
        expected = {"n": n, "n_missing": len(items) - n, "alpha": float(alpha)}
        if n == len(items):
            ends = feldt(float(alpha), n, k)
            assert np.allclose(ci, ends, atol=6e-4), (ci, ends)
            expected["ci"] = dict(zip(("low", "high"), ends, strict=True))
        rows = [[None if np.isnan(x) else float(x) for x in row] for row in items.to_numpy()]
        return case(name, {"rows": rows, "level": 0.95}, expected)

    holes = scale(40, 4, 0.7)
    for row in (3, 11, 12, 30):
        holes.iloc[row, row % 4] = np.nan
    lots = [
        ("two items", scale(30, 2, 0.6)),
        ("five items", scale(60, 5, 0.5)),
        ("noise", scale(70, 6, 3.0)),
        ("answers left out", holes),
    ]
    return [one(*lot) for lot in lots]


def answers(seed: int, n: int, weights: list[int]) -> list[float]:
    random = np.random.default_rng(seed)
    return random.choice(np.arange(1.0, 6.0), n, p=np.array(weights) / sum(weights)).tolist()


LOTS = [
    ("alike", answers(102, 50, [1, 2, 3, 4, 3]), answers(103, 64, [1, 2, 3, 4, 3])),
    ("apart", answers(104, 90, [1, 1, 2, 5, 6]), answers(105, 75, [5, 4, 3, 2, 1])),
    ("few", [4.0, 5.0, 5.0], [1.0, 2.0]),
]


def welch_cases() -> list[Json]:
    def one(name: str, a: list[float], b: list[float]) -> Json:
        t, df = (float(pingouin.ttest(a, b, correction=True)[of].iloc[0]) for of in ("T", "dof"))
        p = float(pingouin.ttest(a, b, correction=True).filter(regex="^p.val").iloc[0, 0])
        return case(name, {"a": a, "b": b}, {"t": t, "df": df, "p_value": p})

    return [one(*lot) for lot in LOTS]


def mann_whitney_cases() -> list[Json]:
    def one(name: str, a: list[float], b: list[float]) -> Json:
        found = pingouin.mwu(a, b, method="asymptotic")
        u, p = (float(found.filter(regex=of).iloc[0, 0]) for of in ("^U.val", "^p.val"))
        return case(name, {"a": a, "b": b}, {"u": u, "p_value": p, "superiority": float(found["CLES"].iloc[0])})

    return [one(*lot) for lot in LOTS]


def holm_cases() -> list[Json]:
    lots = [[0.01, 0.04, 0.03], [0.5, 0.0001, 0.2, 0.049, 0.01]]

    def one(lot: list[float]) -> Json:
        return case(f"{len(lot)} tests", {"p_values": lot}, pingouin.multicomp(lot, method="holm")[1].tolist())

    return [one(lot) for lot in lots]


def all_cases() -> dict[str, list[Json]]:
    return {
        "alpha": alpha_cases(),
        "welch": welch_cases(),
        "mann_whitney": mann_whitney_cases(),
        "holm": holm_cases(),
    }


if __name__ == "__main__":
    cases.write("scales.json", all_cases())
