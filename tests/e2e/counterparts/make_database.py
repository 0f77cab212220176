"""Puts the demo's records into SQLite tables that no one would confuse with them.

Usage: make_database.py FOLDER FILE
"""

import json
import sqlite3
import sys
from datetime import datetime, timezone
from pathlib import Path

QUESTIONS = "nps csat ces care patience attentiveness responsibility confidence".split()
BILINGUAL = "name channel action thought backstage support as_is to_be".split()
RACI = "responsible accountable consulted informed".split()


def languages(text):
    return [text["en"], text["zh-CN"]]


def columns(names):
    return [f"{name}_{lang}" for name in names for lang in ("en", "zh")]


def table(database, name, header, rows):
    database.execute(f"create table {name} ({', '.join(header)})")
    marks = ", ".join("?" * len(header))
    database.executemany(f"insert into {name} values ({marks})", rows)


def step(journey, stage, touchpoint):
    """One flat row: the journey and the stage are said again with every touchpoint."""
    texts = [text for name in BILINGUAL for text in languages(touchpoint[name])]
    owners = [text for name in RACI for text in languages(touchpoint["owner"][name])]
    lists = [json.dumps(touchpoint[name], ensure_ascii=False) for name in ("pains", "opportunities", "standards")]
    return [
        touchpoint["id"],
        journey["id"],
        *languages(journey["name"]),
        *languages(journey["scenario"]),
        json.dumps(journey["personas"], ensure_ascii=False),
        stage["id"],
        *languages(stage["name"]),
        *texts,
        *owners,
        *lists,
        ",".join(touchpoint["hearts"]),
        int(touchpoint["moment_of_truth"]),
        touchpoint["assumed_emotion"],
        touchpoint["importance"],
        touchpoint.get("nps_benchmark"),
        touchpoint["evidence"],
    ]


def answer(number, response):
    """Dates are written in universal time with their offset, answers as text."""
    at = datetime.fromisoformat(response["submitted_at"]).astimezone(timezone.utc)
    given = [response["answers"].get(question) for question in QUESTIONS]
    return [
        number,
        at.isoformat(sep=" "),
        response["touchpoint"],
        response["segment"],
        response["channel"],
        response["team"],
        response.get("comment"),
        *[None if value is None else str(value) for value in given],
    ]


def main(folder, file):
    read = lambda name: json.loads((Path(folder) / f"{name}.json").read_text("utf-8"))[name]
    steps = [
        step(journey, stage, touchpoint)
        for journey in read("journeys")
        for stage in journey["stages"]
        for touchpoint in stage["touchpoints"]
    ]
    readings = [
        [one["id"], one["baseline"], reading["period"], str(reading["value"])]
        for one in read("indicators")
        for reading in one["readings"]
    ]
    answers = [answer(number, response) for number, response in enumerate(read("responses"), 1)]
    head = ["step", "voyage", *columns(["voyage", "story"]), "people", "phase", *columns(["phase"])]
    tail = ["pains", "chances", "norms", "hearts", "decisive", "guess", "weight", "aim", "evidence"]
    with sqlite3.connect(file) as database:
        table(database, "step", [*head, *columns([*BILINGUAL, *RACI]), *tail], steps)
        table(database, "reading", ["code", "start", "month", "figure"], readings)
        header = ["number integer primary key", "received", "step", "grp", "way", "crew", "words", *QUESTIONS]
        table(database, "answer", header, answers)


if __name__ == "__main__":
    main(*sys.argv[1:])
