"""Reference values for the calendar and for promises of time.

Writes `dates.json` beside this file; `main.rs` holds the library to it.

How to run, from the root of the repository (the environment stays outside of it):

    python3 -m venv /tmp/reference
    /tmp/reference/bin/pip install -r tests/reference/requirements.txt
    /tmp/reference/bin/python tests/reference/dates.py

Local dates and the lengths of days are those of Python's `zoneinfo` with the pinned `tzdata`, ISO weeks those of
`date.isocalendar`. Promises of time are judged one by one with `datetime`, percentiles are numpy's and Wilson's interval is
statsmodels'. Repeats are looked for among all pairs of contacts. Every random input has a seed of its own.
"""

import zoneinfo
from datetime import UTC, date, datetime, timedelta

import numpy as np
from statsmodels.stats.proportion import proportion_confint

from cases import Json, case, write

# The pinned rules, not those of whichever machine runs this.
zoneinfo.reset_tzpath(to=[])

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


def share_of(hits: int, n: int, level: float = 0.95) -> Json:
    if n == 0:
        return {"value": None, "n": 0, "ci": None}
    low, high = proportion_confint(hits, n, alpha=1 - level, method="wilson")
    return {"value": hits / n, "n": n, "ci": {"low": float(low), "high": float(high)}}


# Calendar ----------------------------------------------------------------------------------------


def offset(zone: zoneinfo.ZoneInfo, second: int) -> int:
    at = datetime.fromtimestamp(second, UTC).astimezone(zone)
    return int(at.utcoffset().total_seconds())


def changes(zone: zoneinfo.ZoneInfo, first: int, last: int) -> list[tuple[int, int]]:
    """When clocks change, to the second, with the offset from then on."""
    found = []
    for hour in range(first, last, 3600):
        if offset(zone, hour) != offset(zone, hour + 3600):
            early, late = hour, hour + 3600
            while late - early > 1:
                middle = (early + late) // 2
                same = offset(zone, middle) == offset(zone, early)
                early, late = (middle, late) if same else (early, middle)
            found.append((late, offset(zone, late)))
    return found


def start(zone: zoneinfo.ZoneInfo, day: date) -> datetime:
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return midnight.astimezone(UTC)


def week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def local(zone: zoneinfo.ZoneInfo, at: datetime) -> Json:
    day = at.astimezone(zone).date()
    length = start(zone, day + timedelta(days=1)) - start(zone, day)
    return {
        "day": day.isoformat(),
        "week": week(day),
        "month": day.isoformat()[:7],
        "hours": length.total_seconds() / 3600,
    }


def calendar_cases() -> list[Json]:
    lots = [
        ("UTC", "a usual day", "2026-06-10"),
        ("Asia/Shanghai", "never changes", "2026-12-31"),
        ("Asia/Kathmandu", "a quarter of an hour", "2026-01-01"),
        ("Europe/Berlin", "23 hours", "2026-03-29"),
        ("Europe/Berlin", "25 hours", "2026-10-25"),
        ("America/New_York", "23 hours", "2026-03-08"),
        ("America/New_York", "25 hours", "2026-11-01"),
        ("America/Sao_Paulo", "no midnight", "2018-11-04"),
        ("America/Sao_Paulo", "an hour before midnight twice", "2018-02-17"),
        ("Atlantic/Azores", "midnight twice", "2026-10-25"),
        ("Australia/Lord_Howe", "half an hour less", "2026-10-04"),
        ("Australia/Lord_Howe", "half an hour more", "2026-04-05"),
        ("Pacific/Apia", "a day left out", "2011-12-30"),
        ("Africa/Casablanca", "back for Ramadan", "2026-02-15"),
        ("Pacific/Kiritimati", "fourteen hours ahead", "2026-12-31"),
        ("America/St_Johns", "a minute past midnight", "2006-10-29"),
        ("Europe/London", "before the epoch", "1968-10-27"),
        ("Europe/Berlin", "a leap day", "2028-02-29"),
        ("Europe/Berlin", "the week year ends", "2027-01-03"),
    ]

    def one(name: str, about: str, day: str) -> Json:
        zone, middle = zoneinfo.ZoneInfo(name), datetime.fromisoformat(f"{day}T12:00:00+00:00")
        first, last = (int((middle + timedelta(days=days)).timestamp()) for days in (-4, 4))
        # Every three hours, and the seconds about each change and each midnight.
        edges = [datetime.fromtimestamp(at, UTC) for at, _ in changes(zone, first, last)]
        edges += [start(zone, middle.date() + timedelta(days=days)) for days in (0, 1)]
        instants = [middle + timedelta(hours=3 * step) for step in range(-10, 11)]
        instants += [edge + timedelta(seconds=second) for edge in edges for second in (-1, 0)]
        given = {
            "instants": [at.astimezone(zone).isoformat() for at in instants],
            "offset_seconds": offset(zone, first),
            "changes": [
                {"from": at * 1000, "offset_seconds": seconds}
                for at, seconds in changes(zone, first, last)
            ],
        }
        return case(f"{name}, {about}", given, [local(zone, at) for at in instants])

    return [one(*lot) for lot in lots]


def iso_week_cases() -> list[Json]:
    def of(days: list[date]) -> Json:
        def one(day: date) -> Json:
            year, number, _ = day.isocalendar()
            return {
                "week": week(day),
                "year": year,
                "number": number,
                "first_day": date.fromisocalendar(year, number, 1).isoformat(),
                "last_day": date.fromisocalendar(year, number, 7).isoformat(),
            }

        return {"days": [day.isoformat() for day in days]}, [one(day) for day in days]

    def turn(year: int) -> list[date]:
        return [date(year, 12, 28) + timedelta(days=day) for day in range(8)]

    turns = [case(f"{year} to {year + 1}", *of(turn(year))) for year in range(1999, 2033)]
    random = np.random.default_rng(91)
    strewn = [date.fromordinal(int(day)) for day in random.integers(1_000, 1_100_000, 60)]
    return [*turns, case("all over the calendar", *of(strewn)), case("none", *of([]))]


# Promises of time --------------------------------------------------------------------------------


def at(hours: float) -> datetime:
    return START + timedelta(hours=hours)


def text(moment: datetime | None) -> str | None:
    return moment and moment.isoformat()


def state(opened: datetime, closed: datetime | None, target: float, now: datetime) -> str | None:
    if target <= 0 or (closed and closed < opened):
        return None
    done = closed is not None and closed <= now
    if (closed if done else now) - opened > timedelta(hours=target):
        return "breached"
    return "on_time" if done else "not_yet_due"


def elapsed(opened: datetime, closed: datetime | None, now: datetime) -> float | None:
    done = closed is not None and opened <= closed <= now
    return (closed - opened) / timedelta(hours=1) if done else None


def closed_loop(clocks: list[tuple], now: datetime, level: float) -> Json:
    states = [state(*clock, now) for clock in clocks]
    on_time, breached = states.count("on_time"), states.count("breached")
    sound = [clock for clock, found in zip(clocks, states) if found]
    hours = [took for opened, closed, _ in sound if (took := elapsed(opened, closed, now)) is not None]
    percentiles = {
        f"p{percent}": float(np.quantile(hours, percent / 100)) if hours else None
        for percent in (50, 75, 90, 95)
    }
    return {
        "n": on_time + breached,
        "on_time": on_time,
        "breached": breached,
        "n_not_yet_due": states.count("not_yet_due"),
        "n_invalid": states.count(None),
        "share": share_of(on_time, on_time + breached, level),
        "hours": {"n": len(hours)} | percentiles,
    }


def closed_loop_cases() -> list[Json]:
    random = np.random.default_rng(92)

    def strewn(n: int) -> list[tuple]:
        opened = [at(round(float(hour), 2)) for hour in random.uniform(0, 200, n)]
        took = [timedelta(minutes=int(m)) for m in random.gamma(2, 400, n)]
        closed = [o + t if random.random() < 0.8 else None for o, t in zip(opened, took)]
        targets = random.choice([1.0, 4.0, 24.0, 48.0], n).tolist()
        return list(zip(opened, closed, targets))

    hour = timedelta(hours=1)
    lots = [
        ("none", [], 0),
        ("open to the point", [(at(0), None, 4.0)], 4),
        ("open a second past its target", [(at(0), None, 4.0)], 4 + 1 / 3600),
        ("done to the point", [(at(0), at(4), 4.0)], 9),
        ("done a second late", [(at(0), at(4) + hour / 3600, 4.0)], 9),
        ("done after the instant asked for", [(at(0), at(4), 4.0)], 3),
        ("done as it was begun", [(at(0), at(0), 4.0)], 9),
        ("done before it was begun", [(at(5), at(4), 4.0)], 9),
        ("no time at all", [(at(0), at(0), 0.0), (at(0), None, -1.0)], 9),
        ("begun after the instant asked for", [(at(10), None, 4.0)], 9),
        ("all equal", [(at(0), at(2), 4.0)] * 12, 9),
        ("over the change of clocks", [(datetime(2026, 3, 28, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")), datetime(2026, 3, 29, 12, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")), 23.0)], 1000),
        ("a hundred and fifty", strewn(150), 150),
        ("two hundred and fifty", strewn(250), 180),
    ]  # fmt: skip

    def one(name: str, clocks: list[tuple], hour: float, level: float) -> Json:
        # What passes between two local times is told by their instants.
        clocks = [(o.astimezone(UTC), c and c.astimezone(UTC), t) for o, c, t in clocks]
        given = {
            "clocks": [
                {"opened_at": text(opened), "closed_at": text(closed), "target_hours": target}
                for opened, closed, target in clocks
            ],
            "now": text(at(hour)),
            "level": level,
        }
        return case(f"{name}, {level}", given, closed_loop(clocks, at(hour), level))

    return [one(*lot, 0.95) for lot in lots] + [one(*lots[-2], 0.9), by_severity()]


def by_severity() -> Json:
    """Clocks whose targets are the response times of their severities."""
    took = [(0.5, "high"), (1.0, "high"), (1.5, "high"), (1.5, "medium"), (25.0, "low"), (None, "medium")]
    closed = [None if hours is None else at(hours) for hours, _ in took]
    given = [
        {"opened_at": text(START), "closed_at": text(end), "severity": severity}
        for end, (_, severity) in zip(closed, took)
    ]
    clocks = [(START, end, TIERS[severity]) for end, (_, severity) in zip(closed, took)]
    now = at(30)
    return case("by severity", {"clocks": given, "now": text(now)}, closed_loop(clocks, now, 0.95))


TIERS = {"high": 1.0, "medium": 4.0, "low": 24.0}


def standing(opened: datetime, closed: datetime | None, target: float, now: datetime) -> Json:
    hours = elapsed(opened, closed, now)
    return {"state": state(opened, closed, target, now), "hours": hours, "target_hours": target}


def first_response_cases() -> list[Json]:
    lots = [
        ("nothing", [], "high", 9),
        ("only the company wrote", [(0, "human"), (1, "automatic")], "high", 9),
        ("unanswered, not yet due", [(0, "customer")], "medium", 4),
        ("unanswered, past its time", [(0, "customer")], "high", 4),
        ("a machine does not answer", [(0, "customer"), (0.01, "automatic")], "high", 4),
        ("answered to the point", [(0, "customer"), (1, "human")], "high", 4),
        ("answered late", [(0, "customer"), (1.5, "human")], "high", 4),
        ("the same reply by another tier", [(0, "customer"), (1.5, "human")], "medium", 4),
        ("a reply before the question", [(0, "human"), (1, "customer"), (20, "human")], "low", 40),
        ("in any order", [(9, "human"), (2, "human"), (5, "customer"), (1, "customer")], "medium", 40),
        ("a reply after the instant asked for", [(0, "customer"), (3, "human")], "medium", 2),
    ]

    def one(name: str, messages: list, severity: str, hour: float) -> Json:
        given = {
            "messages": [{"at": text(at(when)), "from": sender} for when, sender in messages],
            "severity": severity,
            "now": text(at(hour)),
        }
        inbound = [at(when) for when, sender in messages if sender == "customer"]
        if not inbound:
            return case(name, given, None)
        opened = min(inbound)
        replies = [at(w) for w, sender in messages if sender == "human" and at(w) >= opened]
        clock = (opened, min(replies, default=None), TIERS[severity])
        return case(name, given, standing(*clock, at(hour)))

    return [one(*lot) for lot in lots]


def follow_up_cases() -> list[Json]:
    lots = [(72, 100), (72.01, 100), (None, 72), (None, 73), (10, 5), (0, 0), (-1, 9)]

    def one(asked: float | None, now: float) -> Json:
        asked_at = None if asked is None else at(asked)
        given = {"recovered_at": text(START), "asked_at": text(asked_at), "now": text(at(now))}
        return case(f"asked {asked}, now {now}", given, standing(START, asked_at, 72.0, at(now)))

    return [one(*lot) for lot in lots]


def repeat_contacts_cases() -> list[Json]:
    random = np.random.default_rng(93)

    def strewn(n: int) -> list[tuple]:
        who, what = random.integers(0, n // 4 + 1, n), random.integers(0, 3, n)
        hours = random.integers(0, 24 * 120, n)
        return [(f"c{a}", f"t{b}", float(hour)) for a, b, hour in zip(who, what, hours)]

    day = 24.0
    lots = [
        ("none", [], 30, 90),
        ("once", [("a", "x", 0.0)], 30, 90),
        ("on the last day to the point", [("a", "x", 0.0), ("a", "x", 30 * day)], 30, 90),
        ("a moment after the window", [("a", "x", 0.0), ("a", "x", 30 * day + 1 / 3600)], 30, 90),
        ("another topic", [("a", "x", 0.0), ("a", "y", day)], 30, 90),
        ("another customer", [("a", "x", 0.0), ("b", "x", day)], 30, 90),
        ("at one instant", [("a", "x", 0.0), ("a", "x", 0.0)], 30, 90),
        ("at one instant, and again", [("a", "x", 0.0), ("a", "x", 0.0), ("a", "x", day)], 30, 90),
        ("the window closes to the point", [("a", "x", 0.0), ("a", "x", 60 * day)], 30, 90),
        ("repeated, the window still open", [("a", "x", 70 * day), ("a", "x", 71 * day)], 30, 90),
        ("a chain", [("a", "x", place * 7 * day) for place in range(6)], 7, 90),
        ("a window of no days", [("a", "x", 0.0), ("a", "x", 1.0)], 0, 90),
        ("two hundred", strewn(200), 30, 120),
        ("two hundred, a week", strewn(200), 7, 100),
    ]

    def one(name: str, contacts: list[tuple], days: int, now: float) -> Json:
        window, end = timedelta(days=days), at(now * day)
        told = [(who, what, at(hour)) for who, what, hour in contacts]
        closed = [contact for contact in told if contact[2] + window <= end]
        repeated = sum(
            any(
                (other[0], other[1]) == (who, what) and when < other[2] <= when + window
                for other in told
            )
            for who, what, when in closed
        )
        given = {
            "contacts": [{"customer": a, "topic": b, "at": text(when)} for a, b, when in told],
            "window_days": days,
            "now": text(end),
        }
        expected = {
            "n": len(closed),
            "repeated": repeated,
            "n_window_open": len(told) - len(closed),
            "share": share_of(repeated, len(closed)),
        }
        return case(name, given, expected)

    return [one(*lot) for lot in lots]


def all_cases() -> dict[str, list[Json]]:
    return {
        "calendar": calendar_cases(),
        "iso_week": iso_week_cases(),
        "closed_loop": closed_loop_cases(),
        "first_response": first_response_cases(),
        "follow_up": follow_up_cases(),
        "repeat_contacts": repeat_contacts_cases(),
    }


if __name__ == "__main__":
    write("dates.json", all_cases())
