"""Runs the recipe for ClickHouse in chDB, which is the current ClickHouse as a library.

Usage: chdb_tally.py STATEMENTS.json ROWS.tsv BODY.json

Prints, as JSON: the version, and the seconds that filling the table and counting took.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from chdb.session import Session


def timed(session, statement, form="CSV"):
    start = time.monotonic()
    answer = session.query(statement, form)
    return str(answer), time.monotonic() - start


def main(statements, rows, body):
    with tempfile.TemporaryDirectory(prefix="heartline-chdb-") as folder:
        session = Session(folder)
        table, *views = json.loads(Path(statements).read_text("utf-8"))
        session.query(table)
        _, load = timed(session, f"insert into response select * from file('{rows}', 'TabSeparated')")
        for view in views:
            session.query(view)
        answer, tally = timed(session, "select * from tally", "JSON")
        Path(body).write_text(answer, "utf-8")
        version, _ = timed(session, "select version()", "TabSeparated")
        print(json.dumps({"version": version.strip(), "load": load, "tally": tally}))


if __name__ == "__main__":
    main(*sys.argv[1:])
