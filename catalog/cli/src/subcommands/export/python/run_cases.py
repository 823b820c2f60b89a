"""Reads the responses of `cases.json` with the exported decoders, and prints what they find."""

from __future__ import annotations

import importlib
import json
import math
import sys
from typing import Any

sys.path.insert(0, ".")


def summary(decoded: Any, module: Any, with_inner: bool) -> dict[str, Any]:
    found: dict[str, Any] = {}

    def put(key: str, value: Any) -> None:
        if value is not None:
            found[key] = value

    put("outcome", decoded.outcome)
    put("reason", getattr(decoded, "reason", None))
    put("isError", decoded.is_error)
    error = getattr(decoded, "error", None)
    put("id", getattr(decoded, "id", None) if error is None else error.id)
    for key, name in [
        ("code", "code"),
        ("subcode", "subcode"),
        ("message", "message"),
        ("status", "status"),
        ("bodyStatus", "body_status"),
        ("title", "title"),
        ("scope", "scope"),
        ("reference", "reference"),
        ("envelope", "envelope"),
        ("language", "language"),
        ("isCertain", "is_certain"),
    ]:
        put(key, getattr(decoded, name))
    delay = decoded.retry_after
    if delay is not None:
        put("retryAfter", math.ceil(delay.total_seconds() * 1000))
    if error is not None:
        entry = module._index().by_id[error.id]
        values = ((it["name"], getattr(error, it["key"])) for it in entry["params"])
        found["params"] = {key: value for key, value in values if value is not None}
        found["text"] = module.message(error)
    if with_inner:
        put("errors", [summary(it, module, False) for it in decoded.errors()])
        put("causes", [summary(it, module, True) for it in decoded.causes()])
        if decoded.outcome == "batch":
            batch = decoded.batch.items()
            found["batch"] = {key: summary(it, module, False) for key, it in batch}
    return found


def read(case: dict[str, Any], module: Any) -> dict[str, Any]:
    headers = [(name, value) for name, value in case["headers"]]
    try:
        decoded = module.decode(case["status"], bytes(case["body"]), headers)
        return summary(decoded, module, True)
    except Exception as error:
        return {"thrown": repr(error)}


with open("cases.json", encoding="utf-8") as file:
    suites = json.load(file)
everything = []
for suite in suites:
    module = importlib.import_module(suite["module"])
    everything.append([read(case, module) for case in suite["cases"]])
json.dump(everything, sys.stdout)
