#!/usr/bin/env python3
"""Compares Runstream's model registry with that of a real `mlflow server`, answer by answer.

Sends the same random commands to both, then the same random questions, and prints all that they
answer differently. The same seed gives the same ones. Exits with 1 when something differs that is
not meant to.

    compare_registry.py --runstream http://127.0.0.1:5000 --mlflow http://127.0.0.1:5055 --seed 1
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from random import Random

from comparison.answers import observe
from comparison.ids import Ids
from comparison.questions import Question
from comparison.registry import RegistryCommands, RegistryQuestions
from comparison.report import Report
from rest import RestClient


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runstream", required=True, metavar="URL")
    parser.add_argument("--mlflow", required=True, metavar="URL", help="the reference")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--commands", type=int, default=300)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("--show", type=int, default=30, help="how many differences to print")
    options = parser.parse_args()
    runstream, mlflow = RestClient(options.runstream), RestClient(options.mlflow)

    report = Report(options.show)
    for question in requests(options):
        report.add(question, observe(runstream, Ids(), question), observe(mlflow, Ids(), question))
    return report.conclude()


def requests(options: argparse.Namespace) -> Iterator[Question]:
    random = Random(options.seed)
    prefix = f"registry-{options.seed}-{time.time_ns():x}"
    commands, questions = RegistryCommands(random, prefix), RegistryQuestions(random, prefix)
    for _ in range(options.commands):
        # Some orders are by time, which must not be the same twice.
        time.sleep(0.003)
        yield commands.next()
    for _ in range(options.queries):
        yield questions.ask()


if __name__ == "__main__":
    sys.exit(main())
