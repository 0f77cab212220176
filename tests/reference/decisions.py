"""Reference values for what to fix, what is at risk, how the service stands and what it is worth.

Writes `decisions.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install -r tests/reference/requirements.txt
    /tmp/reference/bin/python tests/reference/decisions.py

Correlations are scipy's, Wilson's interval is statsmodels'. A lifetime value is the sum of its discounted margins, which
mpmath adds up to infinity, not the formula in closed form. Paybacks are numpy's interpolation of what has come in. The
table of action priority is written out by the ranks as the AIAG & VDA handbook (2019) prints it, and unrolled to its
thousand entries. Thresholds are worked out with fractions. Every random input has a seed of its own.
"""

import warnings
from datetime import date, timedelta
from fractions import Fraction

import mpmath
import numpy as np
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from cases import Json, case, write

mpmath.mp.dps = 40


def written(value: float) -> Fraction:
    """The number as it is written, so that 0.1 is a tenth."""
    return Fraction(str(value))


# Risk --------------------------------------------------------------------------------------------

# Ranks of severity, ranks of occurrence, then the letter for detection 7-10, 5-6, 2-4 and 1.
ACTION_PRIORITY = """
9-10 8-10 HHHH
9-10 6-7  HHHH
9-10 4-5  HHHM
9-10 2-3  HMLL
9-10 1    LLLL
7-8  8-10 HHHH
7-8  6-7  HHHM
7-8  4-5  HMMM
7-8  2-3  MMLL
7-8  1    LLLL
4-6  8-10 HHMM
4-6  6-7  MMML
4-6  4-5  MLLL
4-6  2-3  LLLL
4-6  1    LLLL
2-3  8-10 MMLL
2-3  6-7  LLLL
2-3  4-5  LLLL
2-3  2-3  LLLL
2-3  1    LLLL
1    1-10 LLLL
"""
LETTERS = {"H": "high", "M": "medium", "L": "low"}
DETECTION = [range(7, 11), range(5, 7), range(2, 5), range(1, 2)]


def ranks(text: str) -> range:
    low, _, high = text.partition("-")
    return range(int(low), int(high or low) + 1)


def action_priorities() -> dict[tuple[int, int, int], str]:
    table = {}
    for row in ACTION_PRIORITY.split("\n"):
        if not row:
            continue
        severities, occurrences, letters = row.split()
        for letter, detections in zip(letters, DETECTION, strict=True):
            for s in ranks(severities):
                for o in ranks(occurrences):
                    table |= {(s, o, d): LETTERS[letter] for d in detections}
    assert len(table) == 1000
    return table


def fmea_cases() -> list[Json]:
    table = action_priorities()

    def rating(s: float, o: float, d: float) -> Json:
        return {"severity": s, "occurrence": o, "detection": d}

    def of_severity(s: int) -> Json:
        places = [(s, o, d) for o in range(1, 11) for d in range(1, 11)]
        expected = [{"rpn": a * b * c, "action_priority": table[a, b, c]} for a, b, c in places]
        return case(f"severity {s}", {"ratings": [rating(*place) for place in places]}, expected)

    wrong = [(0, 5, 5), (11, 5, 5), (5, 2.5, 5), (5, 5, -1), (5, 5, 10.0001)]
    absent = case("no ranks", {"ratings": [rating(*place) for place in wrong]}, [None] * 5)
    return [*(of_severity(s) for s in range(1, 11)), absent, case("none", {"ratings": []}, [])]


# Importance --------------------------------------------------------------------------------------


def rated(points: list[tuple[float, float]]) -> list[Json]:
    return [{"importance": i, "performance": p} for i, p in points]


def quadrant(point: tuple[float, float], lines: tuple[float, float]) -> str:
    names = {
        (True, False): "concentrate-here",
        (True, True): "keep-up",
        (False, False): "low-priority",
        (False, True): "possible-overkill",
    }
    return names[point[0] >= lines[0], point[1] >= lines[1]]


def importance_performance_cases() -> list[Json]:
    random = np.random.default_rng(81)
    many = [(float(i), float(p)) for i, p in zip(random.integers(1, 11, 20), random.integers(0, 101, 20))]
    at_middle = (5.5, 50.0)
    lots = [
        ("none", [], None),
        ("none, lines given", [], at_middle),
        ("one", [(5.0, 3.0)], None),
        ("one, on both lines", [at_middle], at_middle),
        ("importance never varies", [(5.0, 1.0), (5.0, 2.0)], None),
        ("performance never varies", [(4.0, 2.0), (5.0, 2.0)], None),
        ("never varies, lines given", [(5.0, 60.0), (5.0, 40.0)], at_middle),
        ("a corner each", [(9.0, 30.0), (8.0, 90.0), (2.0, 20.0), (1.0, 95.0)], None),
        ("the middle one is on the lines", [(1.0, 10.0), (2.0, 20.0), (3.0, 30.0)], None),
        ("twenty", many, None),
        ("twenty, lines given", many, at_middle),
    ]

    def one(name: str, points: list, lines: tuple | None) -> Json:
        given = {"rated": rated(points)} | ({"crosshair": rated([lines])[0]} if lines else {})
        varies = points and all(len(set(side)) > 1 for side in zip(*points))
        if not points or not (lines or varies):
            return case(name, given, None)
        cross = lines or tuple(float(np.mean(side)) for side in zip(*points))
        quadrants = [quadrant(point, cross) for point in points]
        return case(name, given, {"crosshair": rated([cross])[0], "quadrants": quadrants})

    return [one(*lot) for lot in lots]


def derived_importance_cases() -> list[Json]:
    random = np.random.default_rng(82)
    overall = random.integers(1, 6, 60)
    near = np.clip(overall + random.integers(-1, 2, 60), 1, 5)
    apart = random.integers(1, 6, 60)
    lots = [
        ("none", []),
        ("one", [(4.0, 5.0)]),
        ("never varies", [(4.0, 5.0), (4.0, 3.0), (4.0, 1.0)]),
        ("matters", list(zip(near.tolist(), overall.tolist()))),
        ("hardly matters", list(zip(apart.tolist(), overall.tolist()))),
        ("goes the other way", list(zip((6 - near).tolist(), overall.tolist()))),
    ]
    laws = {"pearson": stats.pearsonr, "spearman": stats.spearmanr}

    def one(name: str, pairs: list, method: str) -> Json:
        expected = None
        if len(pairs) > 1 and all(len(set(side)) > 1 for side in zip(*pairs)):
            expected = {"n": len(pairs), "r": float(laws[method](*zip(*pairs)).statistic)}
        return case(f"{name}, {method}", {"pairs": pairs, "method": method}, expected)

    return [one(*lot, method) for lot in lots for method in laws]


def priority_cases() -> list[Json]:
    random = np.random.default_rng(83)
    many = [(float(i), float(p)) for i, p in zip(random.integers(1, 11, 25), random.integers(50, 101, 25))]
    lots = [
        ("none", [], 88.0),
        ("one at its target", [(5.0, 88.0)], 88.0),
        ("over the target", [(5.0, 95.0), (9.0, 99.0)], 88.0),
        ("equal priorities share a rank", [(2.0, 48.0), (4.0, 68.0), (1.0, 80.0), (8.0, 78.0)], 88.0),
        ("importance outweighs", [(1.0, 60.0), (10.0, 80.0)], 88.0),
        ("twenty-five", many, 88.0),
    ]

    def one(name: str, points: list, target: float) -> Json:
        found = [i * max(target - p, 0.0) for i, p in points]
        places = stats.rankdata([-value for value in found], method="min").tolist() if found else []
        expected = [{"priority": value, "rank": int(place)} for value, place in zip(found, places)]
        return case(name, {"rated": rated(points), "target": target}, expected)

    return [one(*lot) for lot in lots]


# How the service stands --------------------------------------------------------------------------


def goalpost_score_cases() -> list[Json]:
    lots = [
        (15.0, 60.0, 0.0), (0.0, 60.0, 0.0), (60.0, 60.0, 0.0), (90.0, 60.0, 0.0), (-3.0, 60.0, 0.0),
        (75.0, 50.0, 100.0), (49.9, 50.0, 100.0), (100.0, 50.0, 100.0), (104.0, 50.0, 100.0),
        (45.0, -50.0, 80.0), (-50.0, -50.0, 80.0), (0.1, 5.0, 0.0), (7.0, 5.0, 5.0),
    ]  # fmt: skip

    def one(value: float, zero: float, hundred: float) -> Json:
        given = {"value": value, "zero": zero, "hundred": hundred}
        name = f"{value:g} between {zero:g} and {hundred:g}"
        if zero == hundred:
            return case(name, given, None)
        # Numpy wants its places to grow.
        low, high = sorted([(zero, 0.0), (hundred, 100.0)])
        return case(name, given, float(np.interp(value, [low[0], high[0]], [low[1], high[1]])))

    return [one(*lot) for lot in lots]


LADDER = [
    [("awareness", ">=", 70), ("service_error", "<=", 5)],
    [("behaviour_rate", ">=", 85), ("csat", ">=", 85), ("nps", ">=", 20)],
    [("brand_premium", ">=", 15), ("benchmark_cases", ">=", 1)],
    [("nps", ">=", 60), ("adopted_outside", ">=", 1)],
]
NAMES = ["initial", "defined", "stable", "optimising", "leading"]


def maturity(measures: dict[str, float | None]) -> Json:
    level, lacking = 1, []
    for criteria in LADDER:
        for measure, sign, bound in criteria:
            value = measures.get(measure)
            met = value is not None and (value >= bound if sign == ">=" else value <= bound)
            if not met:
                requirement = {"at_least" if sign == ">=" else "at_most": float(bound)}
                criterion = {"measure": measure, "requirement": requirement}
                lacking.append({"criterion": criterion, "value": value})
        if lacking:
            break
        level += 1
    return {"level": level, "name": NAMES[level - 1], "lacking": lacking}


def maturity_cases() -> list[Json]:
    second = {"awareness": 70.0, "service_error": 5.0}
    third = second | {"behaviour_rate": 85.0, "csat": 85.0, "nps": 20.0}
    fourth = third | {"brand_premium": 15.0, "benchmark_cases": 1.0}
    fifth = fourth | {"nps": 60.0, "adopted_outside": 1.0}
    lots = [
        ("nothing known", {}),
        ("unknown by name", {"awareness": None, "service_error": 1.0}),
        ("L2 to the point", second),
        ("L2 missed by a hair", second | {"service_error": 5.01}),
        ("L3 to the point", third),
        ("L3 without NPS", third | {"nps": None}),
        ("L4 to the point", fourth),
        ("L5 to the point", fifth),
        ("L5 above a hole in L2", fifth | {"awareness": 69.9}),
        ("L5 above a hole in L4", fifth | {"benchmark_cases": 0.0}),
    ]
    return [case(name, {"measures": lot}, maturity(lot)) for name, lot in lots]


COLOURS = ["blue", "yellow", "red"]


def colour_of(percent: Fraction) -> str | None:
    if percent <= 0:
        return None
    return "red" if percent > 20 else "yellow" if percent >= 10 else "blue"


def finding(given: Json) -> tuple[str, Json] | None:
    """The colour and the rule of an alert."""
    value, up = written(given["value"]), given.get("direction", "higher") == "higher"
    target, baseline = given.get("target"), given.get("baseline")
    found = None
    if target is not None and given.get("behaviour_rate"):
        if value < written(target):
            colour = "blue" if value >= 85 else "yellow" if value >= 75 else "red"
            found = colour, {"band": {"target": target}}
    elif target is not None or baseline is not None:
        kind, reference = ("target", target) if target is not None else ("baseline", baseline)
        off = (written(reference) - value) * (1 if up else -1)
        percent = off * 100 / abs(written(reference)) if reference else Fraction(0)
        if colour := colour_of(percent):
            found = colour, {"deviation": {"from": {kind: reference}, "percent": float(percent)}}
    run = given.get("run", [None])
    if None not in run:
        a, b, c = (step if up else -step for step in run)
        is_worse = a > b > c and (found is None or COLOURS.index(found[0]) < COLOURS.index("yellow"))
        found = ("yellow", {"decline": {"from": run[0]}}) if is_worse else found
    return found


def due(colour: str, raised: date) -> date:
    if colour == "blue":
        return date(raised.year + raised.month // 12, raised.month % 12 + 1, 1)
    return raised + timedelta(days=2 if colour == "red" else 7)


def alert_cases() -> list[Json]:
    lots = [
        ("at its target", {"value": 90.0, "target": 90.0}),
        ("better than its target", {"value": 95.0, "target": 90.0}),
        ("a hair off", {"value": 89.9, "target": 90.0}),
        ("just under ten percent", {"value": 81.1, "target": 90.0}),
        ("ten percent", {"value": 81.0, "target": 90.0}),
        ("twenty percent", {"value": 72.0, "target": 90.0}),
        ("ten percent of a tenth", {"value": 0.11, "target": 0.1, "direction": "lower"}),
        ("twenty percent of three tenths", {"value": 0.36, "target": 0.3, "direction": "lower"}),
        ("ten percent of four and a half", {"value": 4.05, "target": 4.5}),
        ("over twenty percent", {"value": 71.9, "target": 90.0}),
        ("less is better, at target", {"value": 5.0, "target": 5.0, "direction": "lower"}),
        ("less is better, twenty percent", {"value": 6.0, "target": 5.0, "direction": "lower"}),
        ("less is better, double", {"value": 10.0, "target": 5.0, "direction": "lower"}),
        ("by its baseline", {"value": 40.0, "baseline": 45.0}),
        ("its target before its baseline", {"value": 40.0, "target": 39.0, "baseline": 90.0}),
        ("a negative target", {"value": -30.0, "target": -20.0}),
        ("a target of zero", {"value": -30.0, "target": 0.0}),
        ("neither target nor baseline", {"value": 12.0}),
        ("behaviour at its target", {"value": 95.0, "target": 95.0, "behaviour_rate": True}),
        ("behaviour, blue to the point", {"value": 85.0, "target": 95.0, "behaviour_rate": True}),
        ("behaviour, yellow", {"value": 84.9, "target": 95.0, "behaviour_rate": True}),
        ("behaviour, yellow to the point", {"value": 75.0, "target": 95.0, "behaviour_rate": True}),
        ("behaviour, red", {"value": 74.9, "target": 95.0, "behaviour_rate": True}),
        ("declining at its target", {"value": 92.0, "target": 90.0, "run": [96.0, 94.0, 92.0]}),
        ("declining and blue", {"value": 89.0, "target": 90.0, "run": [96.0, 94.0, 89.0]}),
        ("declining and red", {"value": 60.0, "target": 90.0, "run": [96.0, 94.0, 60.0]}),
        ("a standstill is no decline", {"value": 94.0, "target": 90.0, "run": [96.0, 94.0, 94.0]}),
        ("a gap breaks the run", {"value": 92.0, "target": 90.0, "run": [96.0, None, 92.0]}),
        ("rising is declining", {"value": 3.0, "target": 5.0, "direction": "lower", "run": [1.0, 2.0, 3.0]}),
    ]  # fmt: skip
    days = ["2026-01-31", "2026-12-31", "2028-02-28", "2026-02-27"]

    def one(place: int, name: str, given: Json) -> Json:
        raised = date.fromisoformat(days[place % len(days)])
        told, found = given | {"raised": raised.isoformat(), "n": 40}, finding(given)
        if found is None:
            return case(name, told, None)
        by = due(found[0], raised)
        figure = {"value": given["value"], "n": 40, "ci": None}
        dates = {"due": by.isoformat(), "due_in_days": (by - raised).days}
        return case(name, told, {"colour": found[0], "figure": figure, "rule": found[1]} | dates)

    return [one(place, *lot) for place, lot in enumerate(lots)]


def benchmark_cases() -> list[Json]:
    lots = [
        ("thirty percent on all three", [(28.0, 10), (10.0, 10), (27.0, 10)], 40.0),
        ("a hair less on one", [(28.1, 10), (10.0, 10), (27.0, 10)], 40.0),
        ("thin", [(0.0, 9), (0.0, 10), (0.0, 10)], 40.0),
        ("a day without answers", [(0.0, 30), (None, 0), (0.0, 30)], 40.0),
        ("a negative benchmark", [(-26.0, 20), (-30.0, 20), (-50.0, 20)], -20.0),
        ("a negative benchmark, not missed", [(-25.0, 20), (-30.0, 20), (-50.0, 20)], -20.0),
        ("a benchmark of zero", [(-25.0, 20), (-30.0, 20), (-50.0, 20)], 0.0),
    ]

    def one(name: str, days: list, benchmark: float) -> Json:
        bound = written(benchmark) - Fraction(3, 10) * abs(written(benchmark))
        low = benchmark != 0 and all(nps is not None and written(nps) <= bound for nps, _ in days)
        n = sum(count for _, count in days)
        given = {"days": [{"nps": nps, "n": count} for nps, count in days], "benchmark": benchmark}
        return case(name, given, {"n": n, "missed": low and n >= 30})

    return [one(*lot) for lot in lots]


# Customers and money -----------------------------------------------------------------------------


def clv_cases() -> list[Json]:
    lots = [
        (100.0, 0.8, 0.1), (250.0, 0.55, 0.08), (100.0, 0.0, 0.1), (100.0, 0.99, 0.2), (-40.0, 0.7, 0.1),
        (0.0, 0.5, 0.1), (100.0, 1.0, 0.05), (100.0, 1.0, 0.0), (100.0, 0.9, -0.1), (100.0, 1.2, 0.1),
        (100.0, -0.1, 0.1),
    ]  # fmt: skip

    def one(margin: float, retention: float, discount: float, at: str) -> Json:
        given = {"margin": margin, "retention": retention, "discount": discount, "margin_at": at}
        name = f"{margin:g} at {retention:g} and {discount:g}, {at}"
        step = mpmath.mpf(str(retention)) / (1 + mpmath.mpf(str(discount)))
        if not 0 <= retention <= 1 or step >= 1:
            return case(name, given, None)
        first = 0 if at == "period-start" else 1
        multiple = mpmath.nsum(lambda period: step ** int(period), [first, mpmath.inf])
        worth = {"clv": float(margin * multiple), "margin_multiple": float(multiple)}
        return case(name, given, worth)

    return [one(*lot, at) for lot in lots for at in ("period-end", "period-start")]


def churn_cases() -> list[Json]:
    lots = [(0, 0), (0, 1), (1, 1), (0, 50), (12, 80), (80, 80), (1, 1_000_000), (481_516, 2_342_108)]

    def one(lost: int, n: int, level: float) -> Json:
        given = {"lost": {"hits": lost, "n": n}, "level": level}
        if n == 0:
            return case("nobody there", given, None)
        low, high = proportion_confint(lost, n, alpha=1 - level, method="wilson")
        ci = {"low": float(low), "high": float(high)}
        return case(f"{lost} of {n}, {level}", given, {"n": n, "lost": lost, "rate": lost / n, "ci": ci})

    return [one(*lot, level) for lot in lots for level in (0.9, 0.95)]


def roi_cases() -> list[Json]:
    random = np.random.default_rng(84)
    lots = [
        ("nothing comes of it", 100.0, []),
        ("even", 100.0, [100.0]),
        ("within the first period", 100.0, [400.0]),
        ("in the middle of the third", 100.0, [40.0, 40.0, 40.0]),
        ("never", 100.0, [30.0, 30.0]),
        ("a period without benefit", 100.0, [0.0, 60.0, 0.0, 80.0]),
        ("a year of months", 1000.0, random.gamma(3, 50, 12).round(2).tolist()),
        ("two years of months", 1000.0, random.gamma(2, 30, 24).round(2).tolist()),
        ("costs nothing", 0.0, [10.0]),
        ("costs less than nothing", -5.0, [10.0]),
    ]

    def one(name: str, cost: float, benefits: list[float]) -> Json:
        given = {"cost": cost, "benefits": benefits}
        if cost <= 0:
            return case(name, given, None)
        come_in = np.concatenate([[0.0], np.cumsum(benefits)])
        payback = None
        if come_in[-1] >= cost:
            last = int(np.argmax(come_in >= cost))
            payback = float(np.interp(cost, come_in[last - 1 : last + 1], [last - 1, last]))
        return case(name, given, {"roi": float((come_in[-1] - cost) / cost), "payback": payback})

    return [one(*lot) for lot in lots]


def profit_chain_cases() -> list[Json]:
    def span(ends: list[Fraction]) -> Json:
        return {"low": float(min(ends)), "high": float(max(ends))}

    def one(hearts: float, points: float) -> Json:
        csat = written(hearts) * Fraction(76, 100)
        margin = csat * Fraction(52, 76)
        revenue = [written(points) * share for share in (Fraction(1, 2), Fraction(5, 2))]
        expected = {
            "kind": "scenario",
            "csat_percent": span([csat]),
            "margin_percent": span([margin]),
            "revenue_percent": span(revenue),
        }
        given = {"heart_index_percent": hearts, "nps_points": points}
        return case(f"hearts {hearts:+g} %, NPS {points:+g}", given, expected)

    def assumed(per: float, low: float, high: float) -> Json:
        return {"per": per, "low": low, "high": high, "source": "a study of our own"}

    # Ends of a product of ranges are found among the products of ends.
    own = {
        "csat_by_heart_index": assumed(10.0, 4.0, 8.0),
        "margin_by_csat": assumed(5.0, -1.0, 3.0),
        "revenue_by_nps": assumed(0.0, 0.5, 2.5),
    }
    csat = [Fraction(2), Fraction(4)]
    margin = [value * share for value in csat for share in (Fraction(-1, 5), Fraction(3, 5))]
    ranges = case(
        "ranges along the chain, a coefficient for nothing",
        {"heart_index_percent": 5.0, "nps_points": 3.0, "assumptions": own},
        {"csat_percent": span(csat), "margin_percent": span(margin), "revenue_percent": None},
    )
    return [*(one(*lot) for lot in [(10.0, 1.0), (5.0, 2.0), (0.0, 0.0), (-4.0, -3.0), (12.5, 0.4)]), ranges]


def all_cases() -> dict[str, list[Json]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", stats.ConstantInputWarning)
        return {
            "fmea": fmea_cases(),
            "importance_performance": importance_performance_cases(),
            "derived_importance": derived_importance_cases(),
            "priority": priority_cases(),
            "goalpost_score": goalpost_score_cases(),
            "maturity": maturity_cases(),
            "alert": alert_cases(),
            "benchmark": benchmark_cases(),
            "clv": clv_cases(),
            "churn": churn_cases(),
            "roi": roi_cases(),
            "profit_chain": profit_chain_cases(),
        }


if __name__ == "__main__":
    write("decisions.json", all_cases())
