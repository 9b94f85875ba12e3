"""One name for the same run or experiment on both servers.

Plans, queries and compared answers speak of `⟦run:7⟧` and `⟦experiment:2⟧`; each server has its own
ids for them.
"""

from __future__ import annotations

import re
from typing import Any

_NAME = re.compile(r"⟦(?:run|experiment):\d+⟧")
_RUN_ID = re.compile(r"[0-9a-f]{32}")
_EXPERIMENT_IN_TEXT = re.compile(
    r"(?P<before>mlflow-artifacts:/|Experiment with id=|in experiment with id |The experiment )"
    r"(?P<id>\d+)"
)


def run(number: int) -> str:
    return f"⟦run:{number}⟧"


def experiment(number: int) -> str:
    return f"⟦experiment:{number}⟧"


class Ids:
    """The ids of one server."""

    def __init__(self) -> None:
        self._id_of: dict[str, str] = {}
        self._run_name_of: dict[str, str] = {}
        self._experiment_name_of: dict[str, str] = {}

    def add_run(self, name: str, run_id: str) -> None:
        self._id_of[name] = run_id
        self._run_name_of[run_id] = name

    def add_experiment(self, name: str, experiment_id: str) -> None:
        self._id_of[name] = experiment_id
        self._experiment_name_of[experiment_id] = name

    def to_server(self, value: Any) -> Any:
        """Puts this server's ids where names stand, in a request of any depth."""
        if isinstance(value, str):
            return _NAME.sub(lambda match: self._id_of[match.group()], value)
        if isinstance(value, dict):
            return {key: self.to_server(entry) for key, entry in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(self.to_server(entry) for entry in value)
        return value

    def to_names(self, value: Any, key: str = "") -> Any:
        """Puts names where this server's ids stand, in an answer of any depth."""
        if isinstance(value, str):
            if key == "experiment_id":
                return self._experiment_name_of.get(value, value)
            text = _RUN_ID.sub(lambda m: self._run_name_of.get(m.group(), m.group()), value)
            return _EXPERIMENT_IN_TEXT.sub(self._experiment_in_text, text)
        if isinstance(value, dict):
            return {name: self.to_names(entry, name) for name, entry in value.items()}
        if isinstance(value, list):
            return [self.to_names(entry, key) for entry in value]
        return value

    def _experiment_in_text(self, match: re.Match[str]) -> str:
        experiment_id = match["id"]
        return match["before"] + self._experiment_name_of.get(experiment_id, experiment_id)
