"""Reference values for the indices, computed by implementations others trust.

Writes `indices.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install -r tests/reference/requirements.txt
    /tmp/reference/bin/python tests/reference/generate.py

The committed values were made with these versions. Running it again gives the same file, save for the last digit
of a sum on another processor: every random input has a seed of its own.

Where a library has the index, the library computes it. The net promoter score has none in Python,
so its formulas (B. Rocks, "Interval estimation for the net promoter score", The American
Statistician 70, 2016) are worked out with 50 digits. A figure that is not defined is null.
"""

import math
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import (
    confint_proportions_2indep,
    proportion_confint,
    proportions_ztest,
)

from cases import Json, case, write

LEVELS = (0.8, 0.9, 0.95, 0.99)
MILLION = 1_000_000

Pairs = list[tuple[float, float]]

mpmath.mp.dps = 50


@dataclass(frozen=True)
class Scale:
    """Whole numbers from `low` to `high`."""

    low: int
    high: int

    def answers(self) -> range:
        return range(self.low, self.high + 1)


NPS = Scale(0, 10)
FIVE = Scale(1, 5)
SEVEN = Scale(1, 7)


@dataclass(frozen=True)
class Counts:
    """A histogram on a scale, with what was counted apart."""

    scale: Scale
    values: tuple[int, ...]
    missing: int = 0
    invalid: int = 0

    def __post_init__(self) -> None:
        assert len(self.values) == len(self.scale.answers()), self

    @property
    def n(self) -> int:
        return sum(self.values)

    def between(self, low: int, high: int) -> int:
        pairs = zip(self.scale.answers(), self.values)
        return sum(count for answer, count in pairs if low <= answer <= high)

    def sample(self) -> np.ndarray:
        """The answers one by one."""
        return np.repeat(np.array(self.scale.answers(), dtype=float), self.values)

    def json(self) -> Json:
        apart = {"n_missing": self.missing, "n_invalid": self.invalid}
        return {"counts": self.values} | {key: count for key, count in apart.items() if count}


@dataclass(frozen=True)
class Answers:
    """Answers as they came in; those off the scale or not whole are to be counted apart."""

    scale: Scale
    answers: tuple[float, ...]
    missing: int = 0

    def counts(self) -> Counts:
        values = tuple(self.answers.count(answer) for answer in self.scale.answers())
        return Counts(self.scale, values, self.missing, len(self.answers) - sum(values))

    def json(self) -> Json:
        return [*self.answers, *[None] * self.missing]


Source = Counts | Answers


def counts_of(source: Source) -> Counts:
    return source.counts() if isinstance(source, Answers) else source


def five(*values: int, missing: int = 0, invalid: int = 0) -> Counts:
    return Counts(FIVE, values, missing, invalid)


def seven(*values: int, missing: int = 0, invalid: int = 0) -> Counts:
    return Counts(SEVEN, values, missing, invalid)


def classes(promoters: int, passives: int, detractors: int) -> Counts:
    """A histogram with its answers in three places only."""
    values = [0] * 11
    values[9], values[7], values[3] = promoters, passives, detractors
    return Counts(NPS, tuple(values))


# Shapes ------------------------------------------------------------------------------------------


def number(value: float) -> float | None:
    """A plain float; None where the library says the figure is not defined."""
    return None if math.isnan(value) else float(value)


def interval(ends: Iterable[float]) -> Json:
    low, high = ends
    return {"low": float(low), "high": float(high)}


def estimate(value: float | None, n: int, ci: Json) -> Json:
    return {"value": None if value is None else float(value), "n": n, "ci": ci}


# One figure --------------------------------------------------------------------------------------


def wilson(hits: int, n: int, level: float) -> Json:
    if n == 0 or hits > n:
        return estimate(None, n, None)
    ci = proportion_confint(hits, n, alpha=1 - level, method="wilson")
    return estimate(hits / n, n, interval(ci))


def mean(counts: Counts, level: float) -> Json:
    """The mean with Student's t interval, which needs two answers that differ."""
    sample, n = counts.sample(), counts.n
    if n == 0:
        return estimate(None, 0, None)
    centre = sample.mean()
    return estimate(centre, n, t_interval(sample, level) if n > 1 else None)


def t_interval(sample: np.ndarray, level: float) -> Json:
    with np.errstate(invalid="ignore"):
        ends = stats.t.interval(level, len(sample) - 1, loc=sample.mean(), scale=stats.sem(sample))
    # Of equal answers scipy gives none: there is no law of no width.
    return None if np.isnan(ends).any() else interval(ends)


def to_hundred(figure: Json) -> Json:
    """A figure from 1 to 5, as 0 to 100."""
    if figure is None or isinstance(figure, int):
        return figure
    if isinstance(figure, dict):
        return {key: to_hundred(part) for key, part in figure.items()}
    return (figure - 1) / 4 * 100


def csat(counts: Counts, level: float) -> Json:
    satisfied, average = counts.between(4, 5), mean(counts, level)
    return {
        "n": counts.n,
        "satisfied": satisfied,
        "share": wilson(satisfied, counts.n, level),
        "mean": average,
        "index": to_hundred(average),
        "n_missing": counts.missing,
        "n_invalid": counts.invalid,
    }


def ces(counts: Counts, level: float) -> Json:
    agreeing = counts.between(5, 7)
    return {
        "n": counts.n,
        "agreeing": agreeing,
        "mean": mean(counts, level),
        "share": wilson(agreeing, counts.n, level),
        "n_missing": counts.missing,
        "n_invalid": counts.invalid,
    }


def heart_score(counts: Counts, level: float) -> Json:
    asked = counts.n + counts.missing + counts.invalid
    average = mean(counts, level)
    return {
        "mean": average,
        "index": to_hundred(average),
        "evidence": counts.n / asked if asked else None,
    }


# Net promoter score ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Classes:
    """Promoters, detractors and all, as exact fractions."""

    promoters: Fraction
    detractors: Fraction
    n: Fraction

    @classmethod
    def of(cls, counts: Counts) -> "Classes":
        promoters, detractors = counts.between(9, 10), counts.between(0, 6)
        return cls(Fraction(promoters), Fraction(detractors), Fraction(counts.n))

    def adjusted(self) -> "Classes":
        """¾ promoter, 1½ passives and ¾ detractor more."""
        three_quarters = Fraction(3, 4)
        return Classes(
            self.promoters + three_quarters, self.detractors + three_quarters, self.n + 3
        )

    def score(self) -> mpmath.mpf:
        return exact(100 * (self.promoters - self.detractors) / self.n)

    def se(self) -> mpmath.mpf:
        p, d = self.promoters / self.n, self.detractors / self.n
        return 100 * mpmath.sqrt(exact((p + d - (p - d) ** 2) / self.n))


def exact(fraction: Fraction) -> mpmath.mpf:
    return mpmath.mpf(fraction.numerator) / fraction.denominator


def normal_quantile(level: float) -> mpmath.mpf:
    return mpmath.sqrt(2) * mpmath.erfinv(level)


def around(centre: mpmath.mpf, half: mpmath.mpf, bound: int) -> Json:
    """`centre` ± `half`, clipped to ±`bound`."""
    return interval(max(-bound, min(bound, end)) for end in (centre - half, centre + half))


def holding(ci: Json, value: mpmath.mpf) -> Json:
    """An interval of the adjusted figure, where it holds the plain one."""
    return ci if ci["low"] <= value <= ci["high"] else None


def nps(counts: Counts, level: float) -> Json:
    told = {
        "n": counts.n,
        "promoters": counts.between(9, 10),
        "passives": counts.between(7, 8),
        "detractors": counts.between(0, 6),
        "n_missing": counts.missing,
        "n_invalid": counts.invalid,
    }
    return told | (nps_figures(counts, level) if counts.n else dict.fromkeys(NPS_FIGURES))


NPS_FIGURES = ("score", "se", "ci", "wald")


def nps_figures(counts: Counts, level: float) -> Json:
    plain, z = Classes.of(counts), normal_quantile(level)
    score, se, adjusted = plain.score(), plain.se(), plain.adjusted()
    ci = holding(around(adjusted.score(), z * adjusted.se(), 100), score)
    wald = around(score, z * se, 100) if se > 0 else None
    return dict(zip(NPS_FIGURES, (float(score), float(se), ci, wald), strict=True))


def compare_nps(a: Counts, b: Counts, level: float) -> Json:
    return compared(a, b, level, Classes.adjusted)


def compare_nps_wald(a: Counts, b: Counts, level: float) -> Json:
    return compared(a, b, level, lambda classes: classes)


def compared(a: Counts, b: Counts, level: float, how: Callable[[Classes], Classes]) -> Json:
    if not a.n or not b.n:
        return None
    one, two = Classes.of(a), Classes.of(b)
    tested = how(one).score() - how(two).score()
    se = mpmath.sqrt(how(one).se() ** 2 + how(two).se() ** 2)
    if se == 0:
        return None
    z = tested / se
    return {
        "n_a": a.n,
        "n_b": b.n,
        "difference": float(one.score() - two.score()),
        "ci": holding(around(tested, normal_quantile(level) * se, 200), one.score() - two.score()),
        "z": float(z),
        "p_value": float(mpmath.erfc(abs(z) / mpmath.sqrt(2))),
    }


# Two figures held against each other -------------------------------------------------------------


def welch(a: Counts, b: Counts, level: float) -> Json:
    one, two = a.sample(), b.sample()
    if min(a.n, b.n) < 2 or one.var() + two.var() == 0:
        return None
    with warnings.catch_warnings():  # scipy warns when one of the two never varies
        warnings.filterwarnings("ignore", "Precision loss", RuntimeWarning)
        test = stats.ttest_ind(one, two, equal_var=False)
    return {
        "n_a": a.n,
        "n_b": b.n,
        "difference": float(one.mean() - two.mean()),
        "ci": interval(test.confidence_interval(level)),
        "t": float(test.statistic),
        "df": float(test.df),
        "p_value": float(test.pvalue),
    }


def two_proportions(a: tuple[int, int], b: tuple[int, int], level: float) -> Json:
    if any(n == 0 or hits > n for hits, n in (a, b)):
        return None
    hits, totals = zip(a, b, strict=True)
    z, p_value = (0.0, 1.0) if alike_answers(a, b) else proportions_ztest(hits, totals)
    ci = confint_proportions_2indep(*a, *b, method="newcomb", compare="diff", alpha=1 - level)
    return {
        "n_a": a[1],
        "n_b": b[1],
        "difference": a[0] / a[1] - b[0] / b[1],
        "ci": interval(ci),
        "z": float(z),
        "p_value": float(p_value),
    }


def alike_answers(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """True when everyone said yes, or everyone no: the pooled z is 0/0."""
    return a[0] + b[0] in (0, a[1] + b[1])


def holm(p_values: list[float]) -> list[float]:
    return multipletests(p_values, method="holm")[1].tolist() if p_values else []


# Correlation and composites ----------------------------------------------------------------------


def correlation(pairs: Pairs, law: Any) -> Json:
    if len(pairs) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", stats.ConstantInputWarning)
        found = law(*zip(*pairs))
        r = number(found.statistic)
    if r is None:
        return None
    told = {"n": len(pairs), "r": r}
    if law is stats.pearsonr and len(pairs) > 3 and abs(r) < 1 - 1e-12:
        told["ci"] = interval(found.confidence_interval(0.95))
    return told


def health_index(
    scores: list[float | None], weights: list[float], least: float, blend: str
) -> Json:
    # Shares of the weights as they are written, so that 70 % is 70 %.
    written = [Fraction(str(weight)) for weight in weights]
    present = [place for place, score in enumerate(scores) if score is not None]
    weight = sum(written[place] for place in present)
    if weight == 0:
        return {"index": None, "coverage": 0.0}
    coverage = weight / sum(written)
    enough = coverage >= Fraction(str(least))
    kept = [scores[place] for place in present], [weights[place] for place in present]
    return {"index": blended(*kept, blend) if enough else None, "coverage": float(coverage)}


def blended(scores: list[float], weights: list[float], blend: str) -> float:
    if blend == "linear":
        return float(np.average(scores, weights=weights))
    return float(stats.gmean(np.maximum(scores, 1.0), weights=weights))


def heart_loop(nodes: list[float | None], pairs: list[Pairs]) -> Json:
    with np.errstate(divide="ignore"):  # the logarithm of a dead heart
        strength = None if None in nodes else float(stats.gmean(nodes))
    links = [correlation(link, stats.spearmanr) if len(link) >= 10 else None for link in pairs]
    return {"strength": strength, "links": links}


# Seeded inputs -----------------------------------------------------------------------------------


def related(seed: int, n: int, slope: float, digits: int) -> Pairs:
    """Pairs about a line; few digits make many ties."""
    rng = np.random.default_rng(seed)
    x = rng.normal(0.0, 1.0, n)
    y = slope * x + rng.normal(0.0, 1.0, n)
    return [(round(float(a), digits), round(float(b), digits)) for a, b in zip(x, y)]


def likert(seed: int, n: int) -> Pairs:
    """Pairs of answers from 1 to 5, the second near the first: nothing but ties."""
    rng = np.random.default_rng(seed)
    first = rng.integers(1, 6, n)
    second = np.clip(first + rng.integers(-1, 2, n), 1, 5)
    return [(int(a), int(b)) for a, b in zip(first, second)]


def monthly(seed: int, n: int) -> Pairs:
    """Two hearts' scores of touchpoint-months, 0 to 100."""
    rng = np.random.default_rng(seed)
    first = rng.uniform(40.0, 95.0, n)
    second = np.clip(0.6 * first + rng.normal(30.0, 8.0, n), 0.0, 100.0)
    return [(round(float(a), 1), round(float(b), 1)) for a, b in zip(first, second)]


def uniform(seed: int, n: int, low: float, high: float) -> list[float]:
    rng = np.random.default_rng(seed)
    return [round(float(value), 2) for value in rng.uniform(low, high, n)]


def small_p_values(seed: int, n: int) -> list[float]:
    """p-values of every order of magnitude down to 1e-40, with three digits."""
    rng = np.random.default_rng(seed)
    return [float(f"{10.0**-power:.3g}") for power in rng.uniform(0.0, 40.0, n)]


# Cases -------------------------------------------------------------------------------------------


def level_z_cases() -> list[Json]:
    def one(level: float) -> Json:
        return case(f"{level}", {"level": level}, float(stats.norm.ppf((1 + level) / 2)))

    def far(level: float) -> Json:
        return case(f"far out, {level}", {"level": level}, float(normal_quantile(mpmath.mpf(level))))

    usual = [one(level) for level in (0.5, *LEVELS, 0.999)]
    return usual + [far(level) for level in (1e-300, 1e-9, 0.01, 0.49, 1 - 1e-8, 1 - 2.0**-52)]


def level_t_cases() -> list[Json]:
    whole = (1, 2, 3, 4, 5, 7, 10, 15, 29, 30, 60, 100, 250, 1000, 4999, 5000)
    broken = (1.0001, 1.5, 2.75, 6.283185, 9.999, 48.125, 333.333, 1234.5678, 4321.9)
    beyond = (50_000, MILLION, 20 * MILLION)

    def one(level: float, df: float) -> Json:
        expected = number(stats.t.ppf((1 + level) / 2, df))
        return case(f"{level}, df {df}", {"level": level, "df": df}, expected)

    def far(level: float, df: float) -> Json:
        given = {"level": level, "df": df}
        return case(f"far out, {level}, df {df}", given, exact_t(level, df))

    known = [one(level, df) for df in (*whole, *broken, *beyond) for level in LEVELS]
    few, levels = (0.01, 0.1, 0.5, 1, 2, 3.7, 30, 500, 999), (1e-12, 1e-6, 0.01, 0.5, 0.95, 1 - 1e-8)
    beyond_double = [case("beyond all numbers", {"level": 0.95, "df": 0.001}, None)]
    known += [far(level, df) for df in few for level in levels]
    known += [far(1 - 2.0**-50, df) for df in (0.5, 1, 5, 100, 1000, 4000)] + beyond_double
    return known + [one(0.95, df) for df in (0, -1, -0.5)]


def exact_t(level: float, df: float) -> float | None:
    """Student's quantile by bisection on ln t with 50 digits, where scipy loses some of its own."""
    level, df = mpmath.mpf(level), mpmath.mpf(df)

    def outside(ln_t: mpmath.mpf) -> mpmath.mpf:
        x = df / (df + mpmath.exp(2 * ln_t))
        return mpmath.betainc(df / 2, 0.5, 0, x, regularized=True)

    def inside(ln_t: mpmath.mpf) -> mpmath.mpf:
        square = mpmath.exp(2 * ln_t)
        return mpmath.betainc(0.5, df / 2, 0, square / (df + square), regularized=True)

    low, high = mpmath.mpf(-60), mpmath.mpf("709.78")
    if outside(high) > 1 - level:
        return None  # beyond all numbers of 64 bits
    while high - low > mpmath.mpf(10) ** -18:
        middle = (low + high) / 2
        too_low = inside(middle) < level if level < 0.5 else outside(middle) > 1 - level
        low, high = (middle, high) if too_low else (low, middle)
    return float(mpmath.exp(low))


def wilson_cases() -> list[Json]:
    shares = [
        ("n = 0", 0, 0),
        ("one, a hit", 1, 1),
        ("one, a miss", 0, 1),
        ("two, one hit", 1, 2),
        ("half of ten", 5, 10),
        ("none of thirty", 0, 30),
        ("all of thirty", 30, 30),
        ("88 percent", 440, 500),
        ("one in seven million", 1, 7 * MILLION),
        ("all but one of seven million", 7 * MILLION - 1, 7 * MILLION),
        ("none of seven million", 0, 7 * MILLION),
        ("all of seven million", 7 * MILLION, 7 * MILLION),
        ("a third of nine million", 3 * MILLION, 9 * MILLION),
    ]

    def one(name: str, hits: int, n: int, level: float) -> Json:
        given = {"hits": hits, "n": n, "level": level}
        return case(f"{name}, {level}", given, wilson(hits, n, level))

    usual = [one(name, hits, n, 0.95) for name, hits, n in shares]
    return usual + [one("17 of 43", 17, 43, level) for level in LEVELS if level != 0.95]


def counted(index: Any, cases: list[tuple[str, Source, float]]) -> list[Json]:
    """Cases of an index of one histogram at one level."""

    def one(name: str, source: Source, level: float) -> Json:
        given = {"answers": source.json(), "level": level}
        return case(name, given, index(counts_of(source), level))

    return [one(*told) for told in cases]


def nps_cases() -> list[Json]:
    spread = Counts(NPS, (3, 1, 2, 4, 5, 9, 14, 31, 42, 55, 34))
    strays = Answers(NPS, (10, 9, 9.5, 11, -1, 0, 7, 8, 8, 6, 1e9), missing=4)
    cases = [
        ("n = 0", classes(0, 0, 0), 0.95),
        ("n = 0, only strays", Counts(NPS, (0,) * 11, missing=5, invalid=7), 0.95),
        ("one promoter", classes(1, 0, 0), 0.95),
        ("one passive", classes(0, 1, 0), 0.95),
        ("one detractor", classes(0, 0, 1), 0.95),
        ("two, opposed", classes(1, 0, 1), 0.95),
        ("two, alike", classes(2, 0, 0), 0.95),
        ("all promoters", classes(40, 0, 0), 0.95),
        ("all passives", classes(0, 40, 0), 0.95),
        ("all detractors", classes(0, 0, 40), 0.95),
        ("every answer once", Counts(NPS, (1,) * 11), 0.95),
        ("answers off the scale and missing", strays, 0.95),
        ("missing and invalid counted before", Counts(NPS, spread.values, 12, 3), 0.95),
        ("Wald beyond 100, clipped", classes(9, 1, 0), 0.99),
        ("Wald beyond -100, clipped", classes(0, 1, 9), 0.99),
        ("millions", classes(5_123_457, 2_345_678, 1_234_567), 0.95),
        ("millions and one detractor", classes(4 * MILLION, 0, 1), 0.95),
        ("millions and one passive", classes(4 * MILLION, 1, 0), 0.95),
        ("millions of passives, one promoter", classes(1, 6 * MILLION, 0), 0.95),
        ("millions, balanced", classes(3 * MILLION, 1, 3 * MILLION), 0.95),
    ]
    return counted(nps, cases + [(f"spread, {level}", spread, level) for level in LEVELS])


def csat_cases() -> list[Json]:
    strays = Answers(FIVE, (5, 4, 4.5, 0, 6, 3, 3, 1, -2, 5, 2.0001), missing=3)
    cases = [
        ("n = 0", five(0, 0, 0, 0, 0), 0.95),
        ("n = 0, only strays", five(0, 0, 0, 0, 0, missing=2, invalid=9), 0.95),
        ("n = 1", five(0, 0, 0, 1, 0), 0.95),
        ("n = 2, alike", five(0, 0, 2, 0, 0), 0.95),
        ("n = 2, opposed", five(1, 0, 0, 0, 1), 0.95),
        ("n = 2, opposed, wide", five(1, 0, 0, 0, 1), 0.99),
        ("all satisfied alike", five(0, 0, 0, 0, 25), 0.95),
        ("all dissatisfied alike", five(25, 0, 0, 0, 0), 0.95),
        ("all but one alike", five(0, 0, 0, 1, 249), 0.95),
        ("answers off the scale and missing", strays, 0.95),
        ("missing and invalid counted before", five(3, 9, 21, 48, 33, missing=8, invalid=2), 0.95),
        ("thousands", five(120, 340, 890, 2210, 1441), 0.95),
        ("millions", five(210_403, 530_201, 1_200_977, 3_801_553, 2_950_114), 0.95),
        ("millions and one", five(1, 0, 0, 0, 3 * MILLION), 0.95),
    ]
    return counted(csat, cases + [(f"usual, {lv}", five(2, 5, 11, 30, 20), lv) for lv in LEVELS])


def ces_cases() -> list[Json]:
    strays = Answers(SEVEN, (7, 6, 8, 0, 4, 4, 5.5, 5, 1), missing=6)
    cases = [
        ("n = 0", seven(0, 0, 0, 0, 0, 0, 0), 0.95),
        ("n = 1", seven(0, 0, 0, 0, 0, 1, 0), 0.95),
        ("n = 2, alike", seven(0, 0, 0, 2, 0, 0, 0), 0.95),
        ("n = 2, opposed", seven(1, 0, 0, 0, 0, 0, 1), 0.95),
        ("four is not agreement", seven(0, 0, 0, 50, 0, 0, 0), 0.95),
        ("all agree alike", seven(0, 0, 0, 0, 0, 0, 17), 0.95),
        ("answers off the scale and missing", strays, 0.95),
        (
            "missing and invalid counted before",
            seven(1, 2, 3, 4, 5, 6, 7, missing=1, invalid=1),
            0.9,
        ),
        ("millions", seven(90_001, 81_234, 150_555, 333_333, 900_100, 1_500_000, 1_234_567), 0.95),
    ]
    usual = seven(3, 4, 6, 12, 25, 41, 30)
    return counted(ces, cases + [(f"usual, {level}", usual, level) for level in LEVELS])


def heart_score_cases() -> list[Json]:
    strays = Answers(FIVE, (4, 9, 5, 3.5, 2), missing=2)
    cases = [
        ("nothing asked", five(0, 0, 0, 0, 0), 0.95),
        ("asked, not answered", five(0, 0, 0, 0, 0, missing=11), 0.95),
        ("n = 1", five(0, 1, 0, 0, 0), 0.95),
        ("n = 2", five(0, 0, 0, 1, 1), 0.95),
        ("all equal", five(0, 0, 12, 0, 0), 0.95),
        ("answers off the scale and missing", strays, 0.95),
        ("a third unanswered", five(4, 8, 15, 16, 23, missing=30, invalid=3), 0.95),
        (
            "millions",
            five(MILLION, 2 * MILLION, 3 * MILLION, 2 * MILLION, MILLION, missing=7),
            0.99,
        ),
    ]
    usual = [(f"usual, {lv}", five(1, 4, 9, 20, 6), lv) for lv in LEVELS]

    def of_one_item(told: Json) -> Json:
        given = {"items": [told["input"]["answers"]], "level": told["input"]["level"]}
        return told | {"input": given}

    return [of_one_item(told) for told in counted(heart_score, cases + usual)]


def opposed(index: Any, cases: list[tuple[str, Source, Source, float]]) -> list[Json]:
    """Cases of a comparison of two histograms at one level."""

    def one(name: str, a: Source, b: Source, level: float) -> Json:
        given = {"a": a.json(), "b": b.json(), "level": level}
        return case(name, given, index(counts_of(a), counts_of(b), level))

    return [one(*told) for told in cases]


def compare_nps_cases() -> list[Json]:
    usual, other = classes(120, 60, 40), classes(80, 70, 55)
    huge = classes(5_123_457, 2_345_678, 1_234_567)
    cases = [
        ("none in the first", classes(0, 0, 0), usual, 0.95),
        ("none in the second", usual, classes(0, 0, 0), 0.95),
        ("none in either", classes(0, 0, 0), classes(0, 0, 0), 0.95),
        ("one each, opposed", classes(1, 0, 0), classes(0, 0, 1), 0.95),
        ("one each, alike", classes(0, 1, 0), classes(0, 1, 0), 0.95),
        ("all promoters twice", classes(30, 0, 0), classes(12, 0, 0), 0.95),
        ("the same", usual, usual, 0.95),
        ("clipped at 200", classes(4, 0, 0), classes(0, 0, 4), 0.99),
        ("clipped at -200", classes(0, 0, 5), classes(5, 0, 0), 0.99),
        ("very unequal groups", classes(3, 1, 1), huge, 0.95),
        ("millions, a hair apart", huge, classes(5_123_400, 2_345_678, 1_234_624), 0.95),
        ("p near 1e-16", classes(150, 50, 50), classes(68, 62, 120), 0.95),
        ("p near 1e-50", classes(486, 162, 162), classes(219, 202, 389), 0.95),
        ("p near 1e-100", classes(990, 330, 330), classes(446, 412, 792), 0.95),
        ("p near 1e-200", classes(1986, 662, 662), classes(894, 828, 1589), 0.95),
        ("p near 1e-300", classes(2982, 994, 994), classes(1342, 1242, 2386), 0.95),
        ("p too small for an f64", classes(5 * MILLION, 0, 0), classes(0, 0, 5 * MILLION), 0.95),
    ]
    cases += [(f"usual, {level}", usual, other, level) for level in LEVELS]
    wald = [
        told | {"case": f"Wald, {told['case']}", "input": told["input"] | {"method": "wald"}}
        for told in opposed(compare_nps_wald, cases)
    ]
    return opposed(compare_nps, cases) + wald


def welch_cases() -> list[Json]:
    usual, other = five(2, 5, 11, 30, 20), five(6, 9, 15, 18, 9)
    huge = five(210_403, 530_201, 1_200_977, 3_801_553, 2_950_114)
    cases = [
        ("n = 0 and usual", five(0, 0, 0, 0, 0), usual, 0.95),
        ("n = 1 and usual", five(0, 0, 1, 0, 0), usual, 0.95),
        ("n = 2 each", five(1, 1, 0, 0, 0), five(0, 0, 1, 0, 1), 0.95),
        ("n = 2 each, df of 2", five(1, 1, 0, 0, 0), five(0, 0, 0, 1, 1), 0.95),
        ("neither varies", five(0, 0, 4, 0, 0), five(0, 0, 0, 5, 0), 0.95),
        ("only one varies", five(0, 0, 0, 2, 0), five(1, 2, 3, 1, 0), 0.95),
        ("only one varies, df of 1", five(0, 0, 7, 0, 0), five(0, 0, 0, 1, 1), 0.95),
        ("the same", usual, usual, 0.95),
        (
            "missing and invalid play no part",
            five(2, 5, 11, 30, 20, missing=9, invalid=9),
            other,
            0.9,
        ),
        ("very unequal groups", five(1, 0, 1, 0, 1), huge, 0.95),
        ("a few in millions against thousands", five(9, 8, 7, 6, 4970), huge, 0.95),
        (
            "p too small for an f64",
            huge,
            five(2_950_114, 3_801_553, 1_200_977, 530_201, 210_403),
            0.95,
        ),
        ("millions, t near 1", huge, five(210_900, 530_901, 1_201_977, 3_799_853, 2_949_617), 0.95),
        (
            "millions, t near 0.04",
            huge,
            five(210_433, 530_231, 1_200_977, 3_801_523, 2_950_084),
            0.95,
        ),
        ("p near 1e-16", five(3, 6, 11, 36, 31), five(22, 25, 20, 13, 4), 0.95),
        ("p near 1e-50", five(9, 18, 36, 116, 98), five(71, 80, 62, 40, 13), 0.95),
        ("p near 1e-100", five(18, 36, 72, 234, 198), five(144, 162, 126, 81, 27), 0.95),
        ("p near 1e-200", five(36, 72, 144, 468, 396), five(288, 324, 252, 162, 54), 0.95),
        ("p near 1e-220", five(40, 80, 160, 519, 439), five(319, 359, 279, 180, 60), 0.95),
    ]
    return opposed(welch, cases + [(f"usual, {level}", usual, other, level) for level in LEVELS])


def two_proportions_cases() -> list[Json]:
    cases = [
        ("n = 0 in the first", (0, 0), (3, 9), 0.95),
        ("n = 0 in the second", (3, 9), (0, 0), 0.95),
        ("one each, opposed", (1, 1), (0, 1), 0.95),
        ("all hits", (7, 7), (3, 3), 0.95),
        ("no hits", (0, 7), (0, 3), 0.95),
        ("opposed, all and none", (40, 40), (0, 25), 0.95),
        ("the same share", (20, 40), (50, 100), 0.95),
        ("Newcombe 1998, row a", (56, 70), (48, 80), 0.95),
        ("Newcombe 1998, row b", (9, 10), (3, 10), 0.95),
        ("very unequal groups", (2, 3), (6_123_456, 9 * MILLION), 0.95),
        ("rare in millions", (3, 5 * MILLION), (9, 6 * MILLION), 0.95),
        ("all but a few in millions", (4_999_997, 5 * MILLION), (5_999_991, 6 * MILLION), 0.95),
        ("millions, a hair apart", (3_300_000, 5 * MILLION), (3_300_900, 5 * MILLION), 0.95),
        ("p near 1e-16", (400, 500), (280, 500), 0.95),
        ("p near 1e-50", (700, 1000), (370, 1000), 0.95),
        ("p near 1e-100", (1400, 2000), (734, 2000), 0.95),
        ("p near 1e-200", (1600, 2000), (650, 2000), 0.95),
        ("p near 1e-300", (2400, 3000), (970, 3000), 0.95),
        ("p too small for an f64", (5 * MILLION, 6 * MILLION), (MILLION, 6 * MILLION), 0.95),
    ]
    usual = [(f"usual, {level}", (88, 120), (61, 104), level) for level in LEVELS]

    def one(name: str, a: tuple[int, int], b: tuple[int, int], level: float) -> Json:
        given = {side: {"hits": hits, "n": n} for side, (hits, n) in (("a", a), ("b", b))}
        return case(name, given | {"level": level}, two_proportions(a, b, level))

    return [one(*told) for told in cases + usual]


def holm_cases() -> list[Json]:
    lots = [
        ("none", []),
        ("one", [0.04]),
        ("two, falling", [0.04, 0.01]),
        ("three", [0.01, 0.04, 0.03]),
        ("all equal", [0.02] * 6),
        ("heavy ties", [0.01, 0.05, 0.01, 0.05, 0.01, 0.05, 0.5, 0.5]),
        ("reaching one", [0.9, 0.6, 0.2, 0.4, 1.0]),
        ("zero and one", [0.0, 1.0, 0.0, 1.0]),
        ("down to 1e-200", [1e-200, 3.7e-180, 0.02, 1e-200, 4e-57, 1.2e-9, 0.3]),
        ("every order of magnitude", small_p_values(11, 60)),
    ]
    return [case(name, {"p_values": lot}, holm(lot)) for name, lot in lots]


def far_away(pairs: Pairs) -> Pairs:
    """The pairs moved far from zero; multiples of 1/8 stay exact."""
    return [(round(x * 8) / 8 + 1e9, round(y * 8) / 8 - 1e9) for x, y in pairs]


def pairs_cases(law: Any) -> list[Json]:
    line = [(float(i), 3.0 * i + 2.0) for i in range(12)]
    lots = [
        ("none", []),
        ("one pair", [(1.0, 2.0)]),
        ("two pairs, growing", [(1.0, 2.0), (3.0, 5.0)]),
        ("two pairs, falling", [(1.0, 5.0), (3.0, 2.0)]),
        ("first never varies", [(4.0, y) for y in (1.0, 2.0, 5.0)]),
        ("second never varies", [(x, 3.0) for x in (1.0, 2.0, 5.0)]),
        ("first is always 0.1", [(0.1, y) for y in (1.0, 2.0, 5.0)]),
        ("second is always 72.3", [(x, 72.3) for x in uniform(21, 11, 0.0, 100.0)]),
        ("a line", line),
        ("a falling line", [(x, -y) for x, y in line]),
        ("a curve", [(x, x**3) for x, _ in line]),
        ("no relation by symmetry", [(float(x), float(x * x)) for x in range(-5, 6)]),
        ("one stray", [*line, (1000.0, -1000.0)]),
        ("strong", related(1, 40, 3.0, 4)),
        ("weak", related(2, 60, 0.1, 4)),
        ("falling", related(3, 35, -0.8, 4)),
        ("many ties", related(4, 50, 1.0, 0)),
        ("answers 1 to 5", likert(5, 80)),
        ("tiny values", [(x * 1e-9, y * 1e-9) for x, y in related(6, 20, 0.5, 4)]),
        ("far from zero", far_away(related(7, 30, 0.7, 4))),
        ("1e-90 and level", [(1e-90, 1e-90), (2e-90, 2e-90), (3e-90, 1e-90)]),
        ("1e-120", [(x * 2.0**-400, y * 2.0**-400) for x, y in related(6, 20, 0.5, 4)]),
        ("1e120", [(x * 2.0**400, y) for x, y in related(6, 20, 0.5, 4)]),
    ]
    return [case(name, {"pairs": lot}, correlation(lot, law)) for name, lot in lots]


def mid_ranks_cases() -> list[Json]:
    lots = [
        ("none", []),
        ("one", [7.5]),
        ("two, alike", [2.0, 2.0]),
        ("two, falling", [3.0, -3.0]),
        ("all equal", [4.0] * 9),
        ("falling", [float(10 - i) for i in range(10)]),
        ("ties in the middle", [10.0, 20.0, 10.0, 5.0]),
        ("either zero", [0.0, -0.0, 1.0, -1.0, 0.0]),
        ("very large and very small", [1e300, -1e300, 1e-300, 0.0, 1e300, -1e-300]),
        ("answers 1 to 5", [first for first, _ in likert(8, 60)]),
        ("no ties", uniform(9, 25, -1e6, 1e6)),
    ]
    return [
        case(name, {"values": lot}, stats.rankdata(lot, method="average").tolist())
        for name, lot in lots
    ]


def health_index_cases() -> list[Json]:
    twelve, even = uniform(31, 12, 0.0, 100.0), [1.0] * 12
    uneven = uniform(32, 12, 0.0, 10.0)
    holes = [None if place in (2, 7) else score for place, score in enumerate(twelve)]
    many_holes = [None if place % 3 == 0 else score for place, score in enumerate(twelve)]
    tenths = [0.05, 0.1, 0.15, 0.2, 0.2, 0.15, 0.15]
    lots = [
        ("nothing", [], [], 0.7),
        ("all absent", [None] * 4, [1.0] * 4, 0.7),
        ("no weight", [50.0, 60.0], [0.0, 0.0], 0.7),
        ("only the weightless present", [50.0, None], [0.0, 1.0], 0.0),
        ("one", [63.5], [2.0], 0.7),
        ("two, one weightless", [63.5, 10.0], [2.0, 0.0], 0.7),
        ("all equal", [72.3] * 12, uneven, 0.7),
        ("twelve, even", twelve, even, 0.7),
        ("twelve, uneven", twelve, uneven, 0.7),
        ("zeros are floored when geometric", [0.0, 0.4, 1.0, 80.0, 100.0], [1.0] * 5, 0.7),
        ("all zero", [0.0] * 5, [1.0, 2.0, 3.0, 4.0, 5.0], 0.7),
        ("ten of twelve", holes, even, 0.7),
        ("eight of twelve, too few", many_holes, even, 0.7),
        ("eight of twelve, enough for half", many_holes, uneven, 0.5),
        ("seven tenths of even weight", [50.0] * 7 + [None] * 3, [0.1] * 10, 0.7),
        ("seven tenths in percent", [81.0, None, 64.0, None], [30.0, 20.0, 40.0, 10.0], 0.7),
        ("seven tenths of uneven weight", [60.0] * 4 + [None, 70.0, None], tenths, 0.7),
        ("seven tenths of forty weights", [50.0] * 28 + [None] * 12, [0.3] * 40, 0.7),
        ("weights of every size", [10.0, 90.0, 55.0], [1e-6, 1.0, 1e6], 0.7),
    ]

    def one(told: tuple, blend: str) -> Json:
        name, scores, weights, least = told
        given = {"scores": scores, "weights": weights, "min_coverage": least, "blend": blend}
        return case(f"{name}, {blend}", given, health_index(scores, weights, least, blend))

    return [one(told, blend) for told in lots for blend in ("linear", "geometric")]


def heart_loop_cases() -> list[Json]:
    none: list[Pairs] = [[]] * 5
    flat = [(50.0, y) for y in uniform(41, 14, 0.0, 100.0)]
    full = [monthly(seed, n) for seed, n in ((51, 10), (52, 12), (53, 24), (54, 36), (55, 60))]
    mixed = [monthly(61, 9), monthly(62, 10), flat, likert(63, 40), [(1.0, 2.0)] * 11]
    lots = [
        ("nothing known", [None] * 5, none),
        ("one heart unknown", [70.0, 60.0, None, 80.0, 75.0], none),
        ("all equal", [72.3] * 5, none),
        ("all full", [100.0] * 5, none),
        ("a dead heart", [70.0, 60.0, 0.0, 80.0, 75.0], none),
        ("very uneven", [0.001, 99.9, 100.0, 1.5, 60.0], none),
        ("uneven, linked", [71.25, 64.5, 58.75, 80.0, 77.3], full),
        ("nine pairs, ten pairs, flat, ties, alike", [55.0, 66.0, 77.0, 88.0, 99.0], mixed),
    ]
    return [
        case(name, {"nodes": nodes, "pairs": pairs}, heart_loop(nodes, pairs))
        for name, nodes, pairs in lots
    ]


def all_cases() -> dict[str, list[Json]]:
    return {
        "normal_quantile": level_z_cases(),
        "student_quantile": level_t_cases(),
        "wilson": wilson_cases(),
        "nps": nps_cases(),
        "compare_nps": compare_nps_cases(),
        "csat": csat_cases(),
        "ces": ces_cases(),
        "heart_score": heart_score_cases(),
        "welch": welch_cases(),
        "two_proportions": two_proportions_cases(),
        "holm": holm_cases(),
        "pearson": pairs_cases(stats.pearsonr),
        "spearman": pairs_cases(stats.spearmanr),
        "mid_ranks": mid_ranks_cases(),
        "health_index": health_index_cases(),
        "heart_loop": heart_loop_cases(),
    }


if __name__ == "__main__":
    write("indices.json", all_cases())
