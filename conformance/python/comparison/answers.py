"""Answers in a form that two servers can share, and what may differ in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from comparison.ids import Ids
from comparison.questions import MAX_PAGES, Question
from rest import Answer, RestClient

_SET = re.compile(r"\{('[^']*'(?:, '[^']*')*)\}")
_ADDRESS = re.compile(r"0x[0-9a-f]+")
_TIMES = {"creation_time", "last_update_time", "creation_timestamp", "last_updated_timestamp"}
_UNORDERED = {"metrics", "params", "tags", "dataset_inputs", "dataset_summaries"}
_UNORDERED |= {"aliases", "latest_versions"}


@dataclass(frozen=True)
class Observation:
    status: int
    error_code: str | None
    message: str | None
    result: Any

    @property
    def says_something(self) -> bool:
        """Whether this is an answer with content: a comparison of empty answers proves little."""
        return self.status == 200 and any(page for page in self.result)


def observe(client: RestClient, ids: Ids, question: Question) -> Observation:
    """Asks one server; a paged question is asked page by page to its end."""
    pages: list[Any] = []
    token: str | None = None
    for _ in range(MAX_PAGES if question.paged else 1):
        answer = _send(client, ids, question, token)
        if answer.status != 200 or not isinstance(answer.body, dict):
            return _refusal(ids, answer)
        body = dict(answer.body)
        token = body.pop("next_page_token", None)
        pages.append(body)
        if not token:
            break
    return Observation(200, None, None, _result(ids, question, pages))


def _send(client: RestClient, ids: Ids, question: Question, token: str | None) -> Answer:
    if question.query is not None:
        query = list(ids.to_server(question.query))
        if token:
            query.append(("page_token", token))
        return client.get(question.path, query)
    body = ids.to_server(question.body or {})
    body = {**body, "page_token": token} if token else body
    return client.send(question.method, question.path, json=body)


def _refusal(ids: Ids, answer: Answer) -> Observation:
    if not isinstance(answer.body, dict):
        return Observation(answer.status, None, None, "no JSON")
    message = ids.to_names(answer.body.get("message"))
    if message is not None:
        message = _ADDRESS.sub("0x…", _SET.sub(_sorted_set, message))
    rest = {key: answer.body.get(key) for key in ("sqlstate", "error_class")}
    return Observation(answer.status, answer.body.get("error_code"), message, rest)


def _sorted_set(match: re.Match[str]) -> str:
    """Python prints a set in an order that changes with every start."""
    return "{" + ", ".join(sorted(match[1].split(", "))) + "}"


def _result(ids: Ids, question: Question, pages: list[Any]) -> Any:
    if question.ties:
        found = [run["info"]["run_id"] for page in pages for run in page.get("runs", [])]
        sizes = [len(page.get("runs", [])) for page in pages]
        return {"in order of id": found == sorted(found), "page sizes": sizes}
    named = ids.to_names(pages)
    if question.kind == "bulk history":
        # Ordered by run id, which differs; within a run the order must agree.
        for page in named:
            page["metrics"].sort(key=lambda point: point["run_id"])
    if question.kind == "latest versions":
        # MLflow leaves the order of stages to the database.
        for page in named:
            page.get("model_versions", []).sort(key=lambda version: version["version"])
    ordered = question.kind in ("history", "interval", "bulk history")
    return _shared(named, ordered)


def _shared(value: Any, ordered: bool, key: str = "") -> Any:
    if isinstance(value, dict):
        return {
            name: "(a time)" if name in _TIMES else _shared(entry, ordered, name)
            for name, entry in value.items()
        }
    if isinstance(value, list):
        entries = [_shared(entry, ordered) for entry in value]
        return entries if ordered or key not in _UNORDERED else sorted(entries, key=repr)
    if isinstance(value, float) and value != value:
        return "NaN"
    return value


def difference(ours: Observation, theirs: Observation) -> str | None:
    """What differs between Runstream's answer and MLflow's, or None."""
    for name in ("status", "error_code", "message", "result"):
        if getattr(ours, name) != getattr(theirs, name):
            return name
    return None


def deviation(question: Question, ours: Observation, theirs: Observation) -> str | None:
    """Why the two may differ, where that is meant; None where it is not."""
    body = question.body or {}
    message = theirs.message or ""
    refused = ours.status == 400 and ours.error_code in ("INVALID_PARAMETER_VALUE", "BAD_REQUEST")
    if "[SQL:" in message and (ours.status, ours.error_code) == (theirs.status, theirs.error_code):
        return "no SQL in messages"
    if refused and theirs.status == 500 and "contains duplicate fields" in message:
        return "a key twice in order_by is 400"
    if ours.status == 404 and theirs.status == 500 and ours.message == theirs.message:
        return "what is not there is a 404"
    if refused and theirs.status == 500 and theirs.error_code in (None, "INTERNAL_ERROR"):
        return "bad input is never a 500"
    if refused and theirs.status == 200 and body.get("run_view_type") in ("NOPE", "all", 9):
        return "an unknown view type is 400"
    if refused and theirs.status == 400 and message.startswith("Invalid page token"):
        return "page tokens are our own" if "page token" in (ours.message or "") else None
    return None
