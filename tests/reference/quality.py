"""Reference values for tests, scales and control charts, computed by implementations others trust.

Writes `quality.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install -r tests/reference/requirements.txt
    /tmp/reference/bin/python tests/reference/quality.py

The committed values were made with these versions. Every random input has a seed of its own, so
running it again gives the same file. Expected figures have the names of the library's own result; null is a
figure that is not defined.

Mann-Whitney's test is scipy's. Kano's and alpha's figures are worked out from their definitions with fractions
and with numpy's covariances; the quantiles of Feldt's interval are scipy's. Control limits are worked out with
numpy from the baseline alone.
"""

import math
from collections import Counter
from fractions import Fraction

import numpy as np
from scipy import stats

from cases import Json, case, write

FEELINGS = ("like", "expect", "neutral", "tolerate", "dislike")
TABLE = {
    "like": "QAAAO",
    "expect": "RIIIM",
    "neutral": "RIIIM",
    "tolerate": "RIIIM",
    "dislike": "RRRRQ",
}
NAMES = {
    "M": "must-be",
    "O": "one-dimensional",
    "A": "attractive",
    "I": "indifferent",
    "R": "reverse",
    "Q": "questionable",
}


def sample(values: list[int]) -> np.ndarray:
    """Answers 1 to 5 one by one."""
    return np.repeat(np.arange(1, len(values) + 1, dtype=float), values)


# Mann-Whitney ------------------------------------------------------------------------------------


def mann_whitney(a: list[int], b: list[int]) -> Json:
    x, y = sample(a), sample(b)
    if len(x) < 2 or len(y) < 2:
        return None
    u = stats.mannwhitneyu(x, y, alternative="two-sided", method="asymptotic", use_continuity=True)
    pairs = len(x) * len(y)
    alike = len(set(x) | set(y)) == 1
    return {
        "n_a": len(x),
        "n_b": len(y),
        "u": float(u.statistic),
        "z": 0.0 if alike else normal_statistic(x, y, u.statistic),
        "p_value": 1.0 if alike else float(min(u.pvalue, 1.0)),
        "superiority": float(u.statistic) / pairs,
    }


def normal_statistic(x: np.ndarray, y: np.ndarray, u: float) -> float:
    n, m = len(x), len(y)
    ties = np.array(list(Counter(np.concatenate([x, y])).values()), dtype=float)
    both = n + m
    sigma = math.sqrt(n * m / 12 * (both + 1 - (ties**3 - ties).sum() / (both * (both - 1))))
    away = u - n * m / 2
    return math.copysign(max(abs(away) - 0.5, 0.0), away) / sigma


def mann_whitney_cases() -> list[Json]:
    random = np.random.default_rng(71)
    lots = [
        ("none", [0] * 5, [0] * 5),
        ("one and many", [1, 0, 0, 0, 0], [3, 4, 5, 6, 7]),
        ("two and two, apart", [2, 0, 0, 0, 0], [0, 0, 0, 0, 2]),
        ("all equal", [0, 0, 9, 0, 0], [0, 0, 4, 0, 0]),
        ("in the middle to the half", [1, 0, 0, 0, 1], [0, 1, 0, 1, 0]),
        ("one step apart", [0, 0, 0, 5, 5], [0, 0, 5, 5, 0]),
        ("uneven sizes", [1, 1, 0, 1, 0], [40, 35, 60, 80, 120]),
        ("many ties", [0, 0, 100, 900, 0], [0, 0, 120, 880, 0]),
        ("far apart", [500, 100, 0, 0, 0], [0, 0, 0, 100, 500]),
        ("thousands", [4000, 3000, 2000, 1000, 900], [3900, 3100, 2050, 980, 920]),
    ]
    for place in range(8):
        a, b = (random.integers(0, 30, 5).tolist() for _ in range(2))
        lots.append((f"random {place + 1}", a, b))
    return [
        case(name, {"a": {"counts": a}, "b": {"counts": b}}, mann_whitney(a, b))
        for name, a, b in lots
    ]


# Kano --------------------------------------------------------------------------------------------


def kano(pairs: list[tuple[str, str]]) -> Json:
    counts = Counter(TABLE[first][FEELINGS.index(second)] for first, second in pairs)
    n = len(pairs)
    if n == 0:
        return None
    # Exact ties: M before O before A before I, then R and Q.
    ranked = sorted("MOAIRQ", key=lambda letter: -counts[letter])
    first, second = counts[ranked[0]], counts[ranked[1]]
    judged = sum(counts[letter] for letter in "AOMI")

    def of_judged(letters: str) -> float | None:
        return float(Fraction(sum(counts[x] for x in letters), judged)) if judged else None

    worse = of_judged("OM")
    both = first + second
    return {
        "n": n,
        "category": NAMES[ranked[0]],
        "better": of_judged("AO"),
        "worse": None if worse is None else -worse,
        "category_strength": float(Fraction(first - second, n)),
        "mixed": Fraction(first - second, n) < Fraction(6, 100),
        "total_strength": float(Fraction(sum(counts[x] for x in "AOM"), n)),
        "significant": not first - second < 1.65 * math.sqrt(both * (2 * n - both) / (2 * n)),
        "p_value": float(stats.norm.sf((first - second) / math.sqrt(both * (2 * n - both) / (2 * n)))),
    }


def kano_cases() -> list[Json]:
    random = np.random.default_rng(72)
    everyone = [(first, second) for first in FEELINGS for second in FEELINGS]
    lots: list[tuple[str, list]] = [
        ("none", []),
        ("one", [("like", "dislike")]),
        ("each pair once", everyone),
        ("contradictions only", [("like", "like"), ("dislike", "dislike")]),
        ("not wanted", [("dislike", "like")] * 5),
        ("must and delight alike", [("expect", "dislike"), ("like", "neutral")] * 6),
        ("a clear must", [("neutral", "dislike")] * 40 + [("like", "dislike")] * 8),
    ]
    for place in range(9):
        chosen = random.integers(0, 25, int(random.integers(3, 120)))
        lots.append((f"random {place + 1}", [everyone[at] for at in chosen]))
    return [case(name, {"pairs": pairs}, kano(pairs)) for name, pairs in lots]


# Cronbach's alpha --------------------------------------------------------------------------------


def alpha_of(items: np.ndarray) -> float | None:
    k = items.shape[1]
    if k < 2 or items.shape[0] < 2:
        return None
    covariance = np.cov(items, rowvar=False)
    whole = covariance.sum()
    return None if abs(whole) < 1e-12 else float(k / (k - 1) * (1 - np.trace(covariance) / whole))


def alpha(rows: list[list[float | None]], level: float) -> Json:
    complete = [row for row in rows if None not in row]
    items = np.array(complete, dtype=float).reshape(len(complete), len(rows[0]) if rows else 0)
    n, k = items.shape
    if k < 2 or n < 2:
        return None
    value = alpha_of(items)
    return {
        "n": n,
        "n_missing": len(rows) - n,
        "alpha": value,
        "ci": None if value is None or value == 1 else feldt(value, n, k, level),
        "items": [item_statistics(items, place) for place in range(k)],
    }


def feldt(value: float, n: int, k: int, level: float) -> Json:
    tail = (1 - level) / 2
    ends = [1 - (1 - value) * stats.f.ppf(share, n - 1, (n - 1) * (k - 1)) for share in (1 - tail, tail)]
    return {"low": float(ends[0]), "high": float(ends[1])}


def item_statistics(items: np.ndarray, place: int) -> Json:
    item, others = items[:, place], np.delete(items, place, axis=1)
    rest = others.sum(axis=1)
    varies = len(set(item)) > 1 and len(set(rest)) > 1
    return {
        "mean": float(item.mean()),
        "variance": float(item.var(ddof=1)),
        "item_rest_correlation": float(stats.pearsonr(item, rest).statistic) if varies else None,
        "alpha_if_deleted": alpha_of(others),
        "constant": len(set(item)) == 1,
    }


def alpha_cases() -> list[Json]:
    random = np.random.default_rng(73)

    def scale(n: int, k: int, noise: float) -> list[list[float | None]]:
        person = random.normal(3, 1, (n, 1))
        return np.clip(np.round(person + random.normal(0, noise, (n, k))), 1, 5).tolist()

    holes = scale(30, 5, 0.6)
    for row in (2, 9, 17):
        holes[row][row % 5] = None
    constant = [[*row, 4.0] for row in scale(25, 3, 0.7)]
    lots: list[tuple[str, list, float]] = [
        ("one item", [[1.0], [2.0]], 0.95),
        ("one respondent", [[1.0, 2.0]], 0.95),
        ("nobody answers alike in sum", [[1.0, 5.0], [5.0, 1.0], [3.0, 3.0]], 0.95),
        ("two items", [[1.0, 2.0], [2.0, 2.0], [4.0, 5.0], [5.0, 4.0]], 0.95),
        ("items that contradict each other", [[1.0, 5.0], [5.0, 2.0], [2.0, 4.0], [4.0, 1.0]], 0.95),
        ("five items", scale(60, 5, 0.5), 0.95),
        ("five items, 99 %", scale(60, 5, 0.5), 0.99),
        ("noise", scale(80, 6, 3.0), 0.95),
        ("twenty-two items", scale(120, 22, 0.8), 0.9),
        ("answers left out", holes, 0.95),
        ("an item that never varies", constant, 0.95),
    ]
    return [case(name, {"rows": rows, "level": level}, alpha(rows, level)) for name, rows, level in lots]


# Control charts ----------------------------------------------------------------------------------


def point(value: float | None, limits: tuple[float, float] | None) -> Json:
    # A rounding is no signal.
    signal = value is not None and limits is not None and not limits[0] - 1e-12 <= value <= limits[1] + 1e-12
    return {
        "value": value,
        "lower": limits and float(limits[0]),
        "upper": limits and float(limits[1]),
        "signal": signal,
    }


def p_chart(shares: list[tuple[int, int]], baseline: int) -> Json:
    base = shares[:baseline]
    n = sum(n for _, n in base)
    if n == 0:
        return None
    centre = sum(hits for hits, _ in base) / n

    def one(hits: int, n: int) -> Json:
        if n == 0:
            return point(None, None)
        half = 3 * math.sqrt(centre * (1 - centre) / n)
        return point(hits / n, (max(centre - half, 0.0), min(centre + half, 1.0)))

    return {"centre": centre, "points": [one(*share) for share in shares]}


def xmr(values: list[float | None], baseline: int) -> Json:
    ranges = [None] + [
        None if a is None or b is None else abs(b - a) for a, b in zip(values, values[1:])
    ]
    ranges = ranges[: len(values)]
    there = [value for value in values[:baseline] if value is not None]
    moved = [moved for moved in ranges[:baseline] if moved is not None]
    if not there:
        return None
    centre = float(np.mean(there))
    mean = float(np.mean(moved)) if moved else None
    limits = None if mean is None else (centre - 3 * mean / 1.128, centre + 3 * mean / 1.128)
    upper = None if mean is None else (0.0, 3.267 * mean)
    return {
        "values": {"centre": centre, "points": [point(value, limits) for value in values]},
        "ranges": mean
        if mean is None
        else {"centre": mean, "points": [point(moved, upper) for moved in ranges]},
    }


def ewma(values: list[float | None], centre: float, sigma: float, weight: float, width: float) -> Json:
    average, points, seen = centre, [], 0
    for value in values:
        if value is None:
            points.append(point(None, None))
            continue
        average = weight * value + (1 - weight) * average
        seen += 1
        half = width * sigma * math.sqrt(weight / (2 - weight) * (1 - (1 - weight) ** (2 * seen)))
        points.append(point(average, (centre - half, centre + half)))
    return {"centre": centre, "points": points}


def chart_cases() -> dict[str, list[Json]]:
    random = np.random.default_rng(74)
    months = [(int(random.binomial(n, 0.9)), int(n)) for n in random.integers(20, 90, 24)]
    dip = [*months[:20], (10, 40), (0, 0), (38, 40)]
    shares = [
        ("nothing", [], 3),
        ("a baseline without answers", [(0, 0), (5, 9)], 1),
        ("two years", months, 12),
        ("a dip and a gap", dip, 20),
        ("all of them", [(7, 7)] * 6, 6),
        ("none of them", [(0, 7)] * 6, 3),
        ("a baseline longer than the chart", months[:4], 12),
        ("no baseline", months[:4], 0),
        ("gaps only", [(0, 0)] * 3, 3),
        ("a single answer each", [(1, 1), (0, 1), (1, 1)], 3),
    ]
    steady = random.normal(50, 4, 24).round(2).tolist()
    gap: list[float | None] = [*steady[:6], None, None, *steady[8:14], 90.0]
    singles = [
        ("nothing", [], 3),
        ("one value", [12.5], 12),
        ("two values", [12.5, 14.0], 12),
        ("a gap at the start", [None, None, 3.0], 2),
        ("values on either side of a gap", [3.0, None, 4.0, None], 4),
        ("two years", steady, 12),
        ("a gap and a jump", gap, 12),
        ("never moves", [7.0] * 9, 5),
        ("never moves from 0.1", [0.1] * 3, 3),
        ("never moves from 33.3", [33.3] * 6, 6),
        ("equal but for a rounding", [0.1 + 0.2, *[0.3] * 7], 8),
        ("no baseline", steady[:5], 0),
        ("gaps only", [None] * 4, 4),
        ("every other one is a gap", [1.0, None, 2.0, None, 3.0], 5),
        ("moves after its baseline", [7.0, 7.0, 7.0, 9.0, 4.0], 3),
        ("far from zero", [1e9 + step for step in (0.0, 0.5, -0.25, 0.75)], 4),
    ]
    averages = [
        ("two years", steady, 50.0, 4.0, 0.2, 3.0),
        ("a gap and a jump", gap, 50.0, 4.0, 0.3, 2.7),
        ("the newest alone", steady[:6], 50.0, 4.0, 1.0, 3.0),
        ("no spread", [50.0, 50.1], 50.0, 0.0, 0.2, 3.0),
        ("nothing", [], 50.0, 4.0, 0.2, 3.0),
        ("gaps only", [None] * 3, 50.0, 4.0, 0.2, 3.0),
        ("a gap first", [None, 58.0, 58.0], 50.0, 4.0, 0.4, 3.0),
        ("never moves", [50.0] * 6, 50.0, 4.0, 0.2, 3.0),
        ("no limits", [50.0, 51.0], 50.0, 4.0, 0.2, 0.0),
        ("never moves, no spread", [5.1] * 9, 5.1, 0.0, 0.2, 3.0),
    ]
    return {
        "p_chart": [
            case(name, {"shares": [{"hits": h, "n": n} for h, n in lot], "baseline": base}, p_chart(lot, base)) for name, lot, base in shares
        ],
        "xmr": [
            case(name, {"values": lot, "baseline": base}, xmr(lot, base)) for name, lot, base in singles
        ],
        "ewma": [
            case(
                name,
                {"values": lot, "centre": centre, "sigma": sigma, "lambda": weight, "width": width},
                ewma(lot, centre, sigma, weight, width),
            )
            for name, lot, centre, sigma, weight, width in averages
        ],
    }


# Samples and customers ---------------------------------------------------------------------------


def quantile_cases() -> list[Json]:
    random = np.random.default_rng(75)
    lots = [[3.0], [1.0, 2.0], [5.0] * 7, [4.0, 1.0, 3.0, 2.0], random.normal(0, 1e3, 31).round(4).tolist()]
    shares = (0.0, 0.2, 0.25, 0.5, 0.8, 0.95, 1.0)
    cases = [
        case(f"{len(lot)} values, {share}", {"values": lot, "share": share}, float(np.quantile(lot, share)))
        for lot in lots
        for share in shares
    ]
    return [*cases, case("none", {"values": [], "share": 0.5}, None)]


def rfm(customers: list[dict[str, float]]) -> Json:
    def bins(name: str) -> list[int]:
        values = np.array([customer[name] for customer in customers])
        cuts = np.quantile(values, [0.2, 0.4, 0.6, 0.8]) if len(values) else []
        return [1 + sum(cut < value for cut in cuts) for value in values]

    scores = zip(bins("days_since"), bins("count"), bins("amount"))
    return [
        {"recency": int(6 - days), "frequency": int(count), "monetary": int(amount)}
        for days, count, amount in scores
    ]


def rfm_cases() -> list[Json]:
    random = np.random.default_rng(76)

    def customers(n: int) -> list[dict[str, float]]:
        days, count = random.integers(0, 400, n), random.poisson(3, n) + 1
        amount = (count * random.gamma(2, 60, n)).round(2)
        rows = zip(days, count, amount)
        return [{"days_since": float(d), "count": float(c), "amount": float(a)} for d, c, a in rows]

    two = [{"days_since": d, "count": 1.0, "amount": 9.5} for d in (3.0, 3.0, 3.0, 400.0)]
    lots = [("none", []), ("one", customers(1)), ("four", customers(4)), ("sixty", customers(60))]
    lots += [("all alike", customers(1) * 8), ("ties but one", two), ("five hundred", customers(500))]
    return [case(name, {"customers": lot}, rfm(lot)) for name, lot in lots]


def all_cases() -> dict[str, list[Json]]:
    return {
        "mann_whitney": mann_whitney_cases(),
        "kano": kano_cases(),
        "alpha": alpha_cases(),
        **chart_cases(),
        "quantile": quantile_cases(),
        "rfm": rfm_cases(),
    }


if __name__ == "__main__":
    write("quality.json", all_cases())
