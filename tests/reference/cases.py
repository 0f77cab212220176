"""How a script beside this file writes its cases."""

import json
from pathlib import Path
from typing import Any

Json = Any


def case(name: str, given: Json, expected: Json) -> Json:
    """An input with the figures expected of it; null is a figure that is not defined."""
    return {"case": name, "input": given, "expected": expected}


def write(name: str, cases: dict[str, list[Json]]) -> None:
    """Writes the cases of each index beside the scripts, one case a line."""
    indices = [f'  "{index}": [\n{lines(of_index)}\n  ]' for index, of_index in cases.items()]
    text = "{\n" + ",\n".join(indices) + "\n}\n"
    Path(__file__).with_name(name).write_text(text, encoding="utf-8")


def lines(cases: list[Json]) -> str:
    return ",\n".join(f"    {json.dumps(told, allow_nan=False)}" for told in cases)
