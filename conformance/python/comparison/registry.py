"""Random commands on a model registry, and random questions to it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from comparison.questions import Question

MODELS = "registered-models"
VERSIONS = "model-versions"
STAGES = ["None", "Staging", "production", "Archived", "Staging", "Nowhere"]
ALIASES = ["best", "Best", "old-1", "latest", "v3", "a b", ""]
KEYS = ["team", "a b", "a/b", "mlflow.prompt.is_prompt", ""]
VALUES = ["1", "a", "A", "a_b", "true", "ü", ""]
NUMBERS = ["1", "2", "3", "4", "9", "0", "-1", "x", ""]
SOURCES = ["s3://bucket/m", "s3://bucket/a/../b", "mlflow-artifacts:/0/x/artifacts", "runs:/abc/m"]
SOURCES += ["models:/nobody/1", "models:/m-abc", "/tmp/m", "file:///tmp/m", "dbfs:/m", "", "m"]
COPIED = ["1", "2", "9", "latest", "Staging"]
COMPARATORS = ["=", "!=", "LIKE", "ILIKE", "like", "IN", "NOT IN", ">", "<=", "IS"]


class RegistryCommands:
    """Few names, so that commands get in each other's way. Their names are of this run only."""

    def __init__(self, random: Random, prefix: str) -> None:
        self._random = random
        self._names = [f"{prefix}-{word}" for word in ("tree", "Tree", "net", "ask", "gone")]

    def next(self) -> Question:
        version_commands: list[tuple[int, Callable[[], Question]]] = [
            (24, self._create_version),
            (8, lambda: self._of_version("PATCH", "update", description=self._value())),
            (12, self._move),
            (4, lambda: self._of_version("DELETE", "delete")),
            (8, lambda: self._of_version("POST", "set-tag", key=self._key(), value=self._value())),
            (4, lambda: self._of_version("DELETE", "delete-tag", key=self._key())),
        ]
        model_commands: list[tuple[int, Callable[[], Question]]] = [
            (14, self._create_model),
            (3, lambda: self._of_model("POST", "rename", new_name=self._name())),
            (4, lambda: self._of_model("PATCH", "update", description=self._value())),
            (1, lambda: self._of_model("DELETE", "delete")),
            (8, lambda: self._of_model("POST", "set-tag", key=self._key(), value=self._value())),
            (4, lambda: self._of_model("DELETE", "delete-tag", key=self._key())),
            (8, lambda: self._of_model("POST", "alias", alias=self._alias(), version=self._number())),
            (3, lambda: self._of_model("DELETE", "alias", alias=self._alias())),
        ]
        commands = version_commands + model_commands
        [chosen] = self._random.choices([c for _, c in commands], [weight for weight, _ in commands])
        return chosen()

    def _create_model(self) -> Question:
        return self._of_model("POST", "create", tags=self._tags(), description=self._value())

    def _create_version(self) -> Question:
        likely = "s3://bucket/m" if self._random.random() < 0.7 else self._random.choice(SOURCES)
        if self._random.random() < 0.1:
            likely = f"models:/{self._name()}/{self._random.choice(COPIED)}"
        options: dict[str, Any] = {"source": likely, "tags": self._tags()}
        if self._random.random() < 0.4:
            options["run_id"] = self._random.choice(["r1", "r2", ""])
        return self._of(VERSIONS, "POST", "create", **options)

    def _move(self) -> Question:
        stage, archive = self._random.choice(STAGES), self._random.random() < 0.5
        return self._of_version(
            "POST", "transition-stage", stage=stage, archive_existing_versions=archive
        )

    def _of_version(self, method: str, call: str, **fields: Any) -> Question:
        return self._of(VERSIONS, method, call, version=self._number(), **fields)

    def _of_model(self, method: str, call: str, **fields: Any) -> Question:
        return self._of(MODELS, method, call, **fields)

    def _of(self, resource: str, method: str, call: str, **fields: Any) -> Question:
        body = {"name": self._name(), **fields}
        if self._random.random() < 0.03:
            body.pop(self._random.choice(sorted(body)))
        path = f"{resource}/{call}"
        return Question(f"{method} {path}", path, body, method=method)

    def _name(self) -> str:
        return self._random.choice(self._names) if self._random.random() < 0.97 else "a/b"

    def _number(self) -> str:
        return self._random.choice(["1", "2", "3"] if self._random.random() < 0.8 else NUMBERS)

    def _alias(self) -> str:
        return self._random.choice(ALIASES[:3] if self._random.random() < 0.8 else ALIASES)

    def _key(self) -> str:
        return self._random.choice(KEYS[:3] if self._random.random() < 0.9 else KEYS)

    def _value(self) -> str:
        return self._random.choice(VALUES)

    def _tags(self) -> list[dict[str, str]]:
        chosen = self._random.sample(KEYS[:3], self._random.choice([0, 1, 2]))
        tags = [{"key": key, "value": self._value()} for key in chosen]
        if self._random.random() < 0.05:
            tags.append({"key": "mlflow.prompt.is_prompt", "value": "true"})
        return tags


class RegistryQuestions:
    def __init__(self, random: Random, prefix: str) -> None:
        self._random = random
        self._prefix = prefix
        self._names = [f"{prefix}-{word}" for word in ("tree", "Tree", "net", "ask", "gone", "never")]

    def ask(self) -> Question:
        match self._random.randrange(10):
            case 0:
                return self._get(f"{MODELS}/get", name=self._name())
            case 1:
                return self._get(f"{VERSIONS}/get", name=self._name(), version=self._number())
            case 2:
                alias = self._random.choice(ALIASES)
                return self._get(f"{MODELS}/alias", name=self._name(), alias=alias)
            case 3:
                return self._latest()
            case 4:
                path = f"{VERSIONS}/get-download-uri"
                return self._get(path, name=self._name(), version=self._number())
            case 5 | 6:
                return self._search(MODELS, ["name", "timestamp", "last_updated_timestamp"])
            case _:
                keys = ["name", "version_number", "creation_timestamp", "last_updated_timestamp"]
                return self._search(VERSIONS, keys)

    def _get(self, path: str, **query: str) -> Question:
        return Question(f"GET {path}", path, query=tuple(query.items()))

    def _latest(self) -> Question:
        stages = self._random.sample(STAGES, self._random.choice([0, 1, 2]))
        query = (("name", self._name()), *(("stages", stage) for stage in stages))
        return Question("latest versions", f"{MODELS}/get-latest-versions", query=query)

    def _search(self, resource: str, order_keys: list[str]) -> Question:
        clauses = [f"name LIKE '{self._prefix}%'"]
        keys = [key for key in order_keys if self._random.random() < 0.4]
        if self._random.random() < 0.05:
            # One mistake at a time: of two, each may name another.
            keys.append(self._random.choice(["color", "tags.team", "name", ""]))
        else:
            clauses += [self._clause(resource) for _ in range(self._random.choice([0, 1, 1, 2]))]
        self._random.shuffle(keys)
        query = [("filter", " AND ".join(clauses))]
        query += [("order_by", key + self._random.choice(["", " ASC", " DESC"])) for key in keys]
        query.append(("max_results", self._random.choice(["1", "2", "5", "100", "100"])))
        kind = f"search {resource}"
        return Question(kind, f"{resource}/search", query=tuple(query), paged=True)

    def _clause(self, resource: str) -> str:
        fields = ["name", "tags.team", "tags.`a b`", "tag.`a/b`", "tags.none"]
        fields += ["tags.`mlflow.prompt.is_prompt`", "color", "params.a"]
        if resource == VERSIONS:
            fields += ["run_id", "source_path", "version_number", "version_number", "run_id"]
        field = self._random.choice(fields)
        comparator = self._random.choice(COMPARATORS)
        if field == "version_number":
            comparator = self._random.choice([">", ">=", "=", "!=", "<", "LIKE"])
            return f"{field} {comparator} {self._random.choice(['1', '2', '3', '2.5', repr('2')])}"
        if comparator.endswith("IN"):
            return f"{field} {comparator} ({self._word()}, {self._word()})"
        return f"{field} {comparator} {self._word()}"

    def _word(self) -> str:
        words = [*VALUES, *self._names, "r1", "r2", "%", "%e%", "%E%", "a%", "s3://%", "false"]
        return f"'{self._random.choice(words)}'"

    def _name(self) -> str:
        return self._random.choice(self._names)

    def _number(self) -> str:
        return self._random.choice(NUMBERS)
