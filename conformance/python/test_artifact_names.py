"""Artifacts whose names are odd, long or deep come back under the same name."""

from __future__ import annotations

from pathlib import Path

import mlflow
import pytest
from mlflow import MlflowClient
from mlflow.store.artifact.artifact_repository_registry import get_artifact_repository

from reading import listing, read_files, write_files

NAMES = [
    "with blanks in it.txt",
    "a+b.txt",
    "50%.txt",
    "Größe.txt",
    "日本語/画像.png",
    "emoji😀.bin",
    "e\u0301 is not é",
    "quote'double\".txt",
    "semi;colon,comma=equals&and",
    "[brackets]{braces}(parens)",
    "~tilde!bang@at$dollar^caret`tick",
    "dots...and.more..",
    ".hidden/.file",
    "-dash",
    "UPPER/lower.TXT",
    "colon:name",
    "pipe|less<than>",
    "not%zzhex",
    "trailing.",
]

# The client puts names into URLs unescaped, so a server never sees these as they were.
CHANGED_BY_THE_CLIENT = [
    ("a%20b", "a b"),
    ("a%2520b", "a b"),
    ("%41", "A"),
    ("a%2Fb", "a/b"),
    ("a#b", "a"),
    ("a?b", "a"),
]


@pytest.mark.parametrize("name", NAMES)
def test_names_come_back_as_they_were(
    client: MlflowClient, run_id: str, tmp_path: Path, name: str
) -> None:
    folder = write_files(tmp_path / "tree", {name: name.encode()})

    client.log_artifacts(run_id, str(folder))

    parent = name.rpartition("/")[0] or None
    assert listing(client, run_id, parent) == [(name, len(name.encode()))]
    back = mlflow.artifacts.download_artifacts(run_id=run_id, dst_path=str(tmp_path / "back"))
    assert read_files(back) == {name: name.encode()}
    single = mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=name)
    assert Path(single).read_bytes() == name.encode()


@pytest.mark.parametrize(("name", "stored"), CHANGED_BY_THE_CLIENT)
def test_names_that_the_client_changes_end_up_where_mlflow_puts_them(
    client: MlflowClient, run_id: str, name: str, stored: str
) -> None:
    repository = get_artifact_repository(client.get_run(run_id).info.artifact_uri)

    client.log_text(run_id, "x", "into/" + name)

    found = [path for path, size in listing(client, run_id, "into") if size is not None]
    found += [path for path, _ in listing(client, run_id, "into/a")]
    assert found == ["into/" + stored]
    repository.delete_artifacts("into")


def test_names_that_differ_only_in_case_or_form_are_different(
    client: MlflowClient, run_id: str, tmp_path: Path
) -> None:
    files = {"a": b"1", "A": b"2", "é": b"3", "e\u0301": b"4", "a b": b"5", "a+b": b"6"}

    client.log_artifacts(run_id, str(write_files(tmp_path / "tree", files)))

    assert read_files(mlflow.artifacts.download_artifacts(run_id=run_id)) == files


@pytest.mark.parametrize("length", [100, 200, 240])
def test_long_names(client: MlflowClient, run_id: str, length: int) -> None:
    name = "n" * length

    client.log_text(run_id, "long", name)

    assert listing(client, run_id) == [(name, 4)]


def test_deep_paths(client: MlflowClient, run_id: str, tmp_path: Path) -> None:
    deep = "/".join(f"level-{number}" for number in range(12))

    client.log_text(run_id, "bottom", f"{deep}/file.txt")

    assert listing(client, run_id) == [("level-0", None)]
    assert listing(client, run_id, deep) == [(f"{deep}/file.txt", 6)]
    assert read_files(mlflow.artifacts.download_artifacts(run_id=run_id)) == {
        f"{deep}/file.txt": b"bottom"
    }


def test_many_files_in_one_folder(client: MlflowClient, run_id: str, tmp_path: Path) -> None:
    files = {f"part-{number:04}": b"%d" % number for number in range(300)}

    client.log_artifacts(run_id, str(write_files(tmp_path / "tree", files)), "parts")

    assert [path for path, _ in listing(client, run_id, "parts")] == [f"parts/{f}" for f in files]


def test_a_name_that_starts_another_is_not_its_folder(client: MlflowClient, run_id: str) -> None:
    client.log_text(run_id, "1", "model/file")
    client.log_text(run_id, "2", "model-two/file")
    client.log_text(run_id, "3", "model.txt")

    assert listing(client, run_id) == [("model", None), ("model-two", None), ("model.txt", 1)]
    assert listing(client, run_id, "model") == [("model/file", 1)]
    assert listing(client, run_id, "mod") == []
