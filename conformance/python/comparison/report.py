"""What a comparison found, and prints of it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict

from comparison.answers import Observation, deviation, difference
from comparison.questions import Question


class Report:
    """Counts questions and differences, and prints the first differences as they come.

    Arguments:
        shown: how many differences are printed.
    """

    def __init__(self, shown: int) -> None:
        self._shown = shown
        self._asked: Counter[str] = Counter()
        self._filled: Counter[str] = Counter()
        self._meant: Counter[str] = Counter()
        self._differing: Counter[tuple[str, str]] = Counter()

    def add(self, question: Question, ours: Observation, theirs: Observation) -> None:
        self._asked[question.kind] += 1
        self._filled[question.kind] += theirs.says_something
        what = difference(ours, theirs)
        if what is None:
            return
        reason = deviation(question, ours, theirs)
        if reason is not None:
            self._meant[reason] += 1
            return
        self._differing[question.kind, what] += 1
        if sum(self._differing.values()) <= self._shown:
            self._show(question, what, ours, theirs)

    def _show(
        self, question: Question, what: str, ours: Observation, theirs: Observation
    ) -> None:
        number = sum(self._asked.values()) - 1
        print(f"\n#{number} {question.kind}: {what} differs\n  {question.text()}")
        start = _first_difference(ours, theirs)
        for name, observation in (("runstream", ours), ("mlflow", theirs)):
            text = json.dumps(asdict(observation), ensure_ascii=False)
            print(f"  {name:9} {observation.status} {text[start : start + 400]}")

    def conclude(self) -> int:
        """Prints the summary. Returns the exit code: 1 if something differs that is not meant to."""
        print("\nasked (of these with content):")
        for kind, count in sorted(self._asked.items()):
            print(f"  {count:6} ({self._filled[kind]:6}) {kind}")
        if self._meant:
            print("differs as meant:")
            for reason, count in sorted(self._meant.items()):
                print(f"  {count:6} {reason}")
        if not self._differing:
            print("no other difference")
            return 0
        print("DIFFERS:")
        for (kind, what), count in sorted(self._differing.items()):
            print(f"  {count:6} {kind}: {what}")
        return 1


def _first_difference(ours: Observation, theirs: Observation) -> int:
    """Where the printed answers part, less some context."""
    left, right = (json.dumps(asdict(o), ensure_ascii=False) for o in (ours, theirs))
    common = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
    return max(0, common - 80)
