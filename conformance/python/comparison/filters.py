"""Random filters and orders in MLflow's search language, mostly well-formed."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from comparison import world
from comparison.ids import experiment, run

NUMBER_OPERATORS = [">", ">=", "<", "<=", "=", "!="]
TEXT_OPERATORS = ["=", "!=", "LIKE", "ILIKE", "like", "ilike"]
NUMBERS = ["0", "1", "-1", "2.5", "0.1", ".5", "1e300", "1e3", "-1.5e-3", "100", "5."]
PATTERNS = ["%", "a%", "A%", "%c", "a_c", "_", "__", "1%", "%'%", "日%", "abc", "ABC", ""]
DEBRIS = ["OR", "NOT", "AND", "(", ")", ";", "=", "'", "`", ",", "BETWEEN", "IS", "NULL", "IN"]
DEBRIS += ["LIKE", ">", "==", "<>", "NaN", "1", "x", ".", "'a'", "metrics.acc", "RLIKE", '"', "--"]
PLAIN_KEY = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")


class Filters:
    def __init__(self, random: Random, runs: int, experiments: int) -> None:
        self._random = random
        self._runs = runs
        self._experiments = experiments

    # -- runs --

    def runs(self) -> str:
        return self._conjunction(
            [self._metric, self._metric, self._param, self._param, self._tag]
            + [self._null, self._text_attribute, self._time, self._run_id, self._dataset]
        )

    def runs_order(self) -> list[str]:
        keys = {self._order_key() for _ in range(self._random.choice([0, 1, 1, 2, 3]))}
        return [
            key + self._random.choice(["", " ASC", " DESC", " asc", " desc"])
            for key in self._random.sample(sorted(keys), len(keys))
        ]

    def mutated(self, text: str) -> str:
        """The text with one or two words dropped, doubled, swapped or replaced."""
        words = text.split(" ")
        for _ in range(self._random.choice([1, 1, 2])):
            at = self._random.randrange(len(words))
            mutation = self._random.randrange(5)
            if mutation == 0:
                words.insert(at, self._random.choice(DEBRIS))
            elif mutation == 1:
                words[at] = self._random.choice(DEBRIS)
            elif mutation == 2 and len(words) > 1:
                del words[at]
            elif mutation == 3 and words[at]:
                cut = self._random.randrange(len(words[at]))
                words[at] = words[at][:cut] + words[at][cut + 1 :]
            else:
                words.insert(at, words[at])
        return " ".join(words)

    def _conjunction(self, clauses: list[Callable[[], str]]) -> str:
        count = self._random.choice([1, 1, 1, 2, 2, 3])
        parts = [self._random.choice(clauses)() for _ in range(count)]
        return self._random.choice([" AND ", " and ", " AND  "]).join(parts)

    def _metric(self) -> str:
        key = self._key(["metrics", "metric"], world.METRIC_KEYS)
        return self._join(key, NUMBER_OPERATORS, self._random.choice(NUMBERS))

    def _param(self) -> str:
        key = self._key(["params", "param", "parameter", "parameters"], world.PARAM_KEYS)
        return self._text_clause(key, world.TEXTS)

    def _tag(self) -> str:
        return self._text_clause(self._key(["tags", "tag"], world.TAG_KEYS), world.TEXTS)

    def _null(self) -> str:
        key = self._random.choice(
            [self._key(["params"], world.PARAM_KEYS), self._key(["tags"], world.TAG_KEYS)]
        )
        return f"{key} {self._random.choice(['IS NULL', 'IS NOT NULL', 'is null'])}"

    def _text_attribute(self) -> str:
        prefix = self._random.choice(["", "", "attributes.", "attr.", "run.", "attribute."])
        key, values = self._random.choice(
            [
                ("run_name", world.TEXTS),
                ("`run name`", world.TEXTS),
                ("status", [*world.STATUSES, "running"]),
                ("user_id", [*world.USERS, "BOB"]),
                ("artifact_uri", ["%artifacts", f"%/{run(0)}/%"]),
            ]
        )
        return self._text_clause(prefix + key, values)

    def _time(self) -> str:
        key = self._random.choice(["start_time", "attributes.start_time", "created", "end_time"])
        offset = self._random.randrange(0, 10 * self._runs)
        return self._join(key, NUMBER_OPERATORS, str(world.FIRST_START + offset))

    def _run_id(self) -> str:
        names = [run(self._random.randrange(self._runs)) for _ in range(3)]
        listed = ", ".join(self._quoted(name) for name in names)
        return self._random.choice(
            [
                f"run_id = '{names[0]}'",
                f"attributes.run_id != '{names[0]}'",
                f"run_id IN ({listed})",
                f"run_id NOT IN ({listed})",
                "run_id LIKE '%'",
            ]
        )

    def _dataset(self) -> str:
        prefix = self._random.choice(["dataset.", "datasets."])
        key, values = self._random.choice(
            [
                ("name", world.DATASET_NAMES),
                ("digest", world.DIGESTS),
                ("context", world.CONTEXTS),
            ]
        )
        if self._random.random() < 0.3:
            listed = ", ".join(self._quoted(v) for v in self._random.sample(values, 2))
            return f"{prefix}{key} {self._random.choice(['IN', 'NOT IN', 'in'])} ({listed})"
        return self._text_clause(prefix + key, values)

    def _order_key(self) -> str:
        return self._random.choice(
            [
                self._key(["metrics", "metric"], world.METRIC_KEYS, "`"),
                self._key(["metrics"], world.METRIC_KEYS, "`"),
                self._key(["params", "param"], world.PARAM_KEYS, "`"),
                self._key(["tags"], world.TAG_KEYS, "`"),
                self._random.choice(["start_time", "attributes.end_time", "status", "run_name"]),
                self._random.choice(["user_id", "end_time", "attribute.run_name"]),
            ]
        )

    # -- experiments --

    def experiments(self) -> str:
        clauses = [
            lambda: self._text_clause(self._random.choice(["name", "attribute.name"]), ["%alpha%"]),
            lambda: self._text_clause(self._key(["tags", "tag"], world.TAG_KEYS), world.TEXTS),
            lambda: f"{self._key(['tags'], world.TAG_KEYS)} IS NULL",
            lambda: f"{self._key(['tags'], world.TAG_KEYS)} is not null",
            lambda: f"creation_time {self._random.choice(NUMBER_OPERATORS)} 1000",
            lambda: f"last_update_time > {self._random.choice(['0', '9999999999999'])}",
            self._experiment_id,
        ]
        return self._conjunction(clauses)

    def experiments_order(self) -> list[str]:
        keys = ["name", "experiment_id", "creation_time", "attribute.name"]
        chosen = self._random.sample(keys, self._random.choice([0, 1, 1, 2]))
        return [key + self._random.choice(["", " ASC", " DESC", " desc"]) for key in chosen]

    def _experiment_id(self) -> str:
        names = [experiment(self._random.randrange(self._experiments)) for _ in range(2)]
        return self._random.choice(
            [
                f"experiment_id = '{names[0]}'",
                f"experiment_id != '{names[0]}'",
                f"experiment_id IN ('{names[0]}', '{names[1]}')",
                f'experiment_id NOT IN ("{names[0]}", "{names[1]}")',
            ]
        )

    # -- words --

    def _key(self, prefixes: list[str], keys: list[str], quotes: str = '`"') -> str:
        key = self._random.choice(keys)
        if PLAIN_KEY.match(key) and self._random.random() < 0.6:
            return f"{self._random.choice(prefixes)}.{key}"
        quote = self._random.choice(quotes)
        return f"{self._random.choice(prefixes)}.{quote}{key}{quote}"

    def _text_clause(self, key: str, values: list[str]) -> str:
        operator = self._random.choice(TEXT_OPERATORS)
        pool = values
        if operator.upper() in ("LIKE", "ILIKE"):
            # A backslash is an escape in one of MLflow's databases and a character in the other.
            pool = [value for value in PATTERNS + values if "\\" not in value]
        value = self._random.choice(pool)
        # Beyond ASCII the reference's lower-casing depends on its database.
        if operator.upper() == "ILIKE" and not value.isascii():
            value = "%"
        return self._join(key, [operator], self._quoted(value))

    def _quoted(self, value: str) -> str:
        fitting = [quote for quote in "'\"" if quote not in value]
        quote = self._random.choice(fitting or ["'"])
        return f"{quote}{value}{quote}"

    def _join(self, key: str, operators: list[str], value: str) -> str:
        operator = self._random.choice(operators)
        tight = not operator.isalpha() and self._random.random() < 0.2
        return f"{key}{operator}{value}" if tight else f"{key} {operator} {value}"
