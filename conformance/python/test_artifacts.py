"""Artifacts: logging files, folders, texts, dictionaries, figures, images and tables."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import pytest
import requests
import yaml
from mlflow import MlflowClient, MlflowException
from PIL import Image

from reading import listing, read_files, write_files

FILES = {"a.txt": b"A", "deep/er/b.bin": bytes(range(256)), "deep/c.json": b"{}", "empty": b""}


def content(run_id: str, path: str) -> bytes:
    """An artifact's bytes, as downloaded."""
    return Path(mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=path)).read_bytes()


def test_log_artifact_at_the_root_and_in_folders(
    client: MlflowClient, experiment: str, tmp_path: Path
) -> None:
    write_files(tmp_path, FILES)

    with mlflow.start_run() as run:
        mlflow.log_artifact(str(tmp_path / "a.txt"))
        mlflow.log_artifact(str(tmp_path / "a.txt"), "x/y")
    client.log_artifact(run.info.run_id, str(tmp_path / "deep/c.json"), "x")

    assert listing(client, run.info.run_id) == [("a.txt", 1), ("x", None)]
    assert listing(client, run.info.run_id, "x") == [("x/c.json", 2), ("x/y", None)]
    assert listing(client, run.info.run_id, "x/y") == [("x/y/a.txt", 1)]
    assert content(run.info.run_id, "x/y/a.txt") == b"A"


@pytest.mark.parametrize("path", [None, "into/here"])
def test_log_artifacts_keeps_the_tree(
    client: MlflowClient, run_id: str, tmp_path: Path, path: str | None
) -> None:
    client.log_artifacts(run_id, str(write_files(tmp_path / "tree", FILES)), path)

    back = mlflow.artifacts.download_artifacts(
        run_id=run_id, artifact_path=path or "", dst_path=str(tmp_path / "back")
    )
    assert read_files(back) == FILES


def test_log_artifact_of_a_folder_puts_the_folder_itself(
    client: MlflowClient, run_id: str, tmp_path: Path
) -> None:
    folder = write_files(tmp_path / "named", {"one": b"1"})

    client.log_artifact(run_id, str(folder))

    assert listing(client, run_id) == [("named", None)]
    assert listing(client, run_id, "named") == [("named/one", 1)]


def test_an_empty_folder_leaves_nothing(client: MlflowClient, run_id: str, tmp_path: Path) -> None:
    (tmp_path / "hollow/inner").mkdir(parents=True)

    client.log_artifacts(run_id, str(tmp_path / "hollow"), "into")

    assert listing(client, run_id) == []
    assert listing(client, run_id, "into") == []


def test_logging_again_replaces_what_was_there(client: MlflowClient, run_id: str) -> None:
    client.log_text(run_id, "the first, longer text", "note.txt")
    client.log_text(run_id, "second", "note.txt")

    assert content(run_id, "note.txt") == b"second"
    assert listing(client, run_id) == [("note.txt", 6)]


def test_log_text(client: MlflowClient, run_id: str) -> None:
    client.log_text(run_id, "Grüße, 日本 😀\n", "texts/note.md")

    assert mlflow.artifacts.load_text(f"runs:/{run_id}/texts/note.md") == "Grüße, 日本 😀\n"


def test_log_dict_as_json_and_yaml(client: MlflowClient, run_id: str) -> None:
    values = {"a": [1, 2.5, None], "b": {"ü": "日本"}}

    client.log_dict(run_id, values, "d.json")
    client.log_dict(run_id, values, "d.yaml")

    assert mlflow.artifacts.load_dict(f"runs:/{run_id}/d.json") == values
    assert yaml.safe_load(content(run_id, "d.yaml")) == values


def test_log_figure(client: MlflowClient, run_id: str) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    figure, axes = pyplot.subplots()
    axes.plot([0, 1, 4, 9])

    client.log_figure(run_id, figure, "plots/curve.png")
    client.log_figure(run_id, figure, "plots/curve.svg")
    pyplot.close(figure)

    assert mlflow.artifacts.load_image(f"runs:/{run_id}/plots/curve.png").size == (640, 480)
    assert b"<svg" in content(run_id, "plots/curve.svg")


def test_log_image_as_a_file(client: MlflowClient, run_id: str) -> None:
    pixels = np.zeros((4, 6, 3), dtype=np.uint8)
    pixels[1, 2] = (255, 128, 0)

    client.log_image(run_id, pixels, "images/dot.png")

    image = mlflow.artifacts.load_image(f"runs:/{run_id}/images/dot.png")
    assert (image.size, image.getpixel((2, 1))) == ((6, 4), (255, 128, 0))


def test_log_image_by_key_and_step_with_its_small_twin(client: MlflowClient, run_id: str) -> None:
    for step in (0, 7):
        picture = Image.new("RGB", (8, 8), (step, 0, 0))
        client.log_image(run_id, picture, key="confusion matrix", step=step, timestamp=12345)

    names = [path for path, _ in listing(client, run_id, "images")]
    form = r"images/confusion matrix\+step\+([07])\+timestamp\+12345\+[0-9a-f-]{36}"
    found = [re.fullmatch(form + r"(\+compressed)?\.(png|webp)", name) for name in names]
    assert all(found), names
    assert sorted((m[1], m[3]) for m in found if m) == [
        ("0", "png"),
        ("0", "webp"),
        ("7", "png"),
        ("7", "webp"),
    ]
    last = next(m[0] for m in found if m and m.group(1, 3) == ("7", "png"))
    assert Image.open(io.BytesIO(content(run_id, last))).getpixel((0, 0)) == (7, 0, 0)
    assert client.get_run(run_id).data.tags["mlflow.loggedImages"] == "True"


def test_log_table_appends(client: MlflowClient, experiment_id: str, run_id: str) -> None:
    client.log_table(run_id, {"question": ["a", "b"], "score": [1, 2]}, "tables/eval.json")
    client.log_table(run_id, pd.DataFrame({"question": ["ü"], "score": [3]}), "tables/eval.json")

    table = client.load_table(experiment_id, "tables/eval.json", [run_id], ["run_id"])
    assert table.values.tolist() == [["a", 1, run_id], ["b", 2, run_id], ["ü", 3, run_id]]
    logged = json.loads(client.get_run(run_id).data.tags["mlflow.loggedArtifacts"])
    assert logged == [{"path": "tables/eval.json", "type": "table"}]


def test_tables_of_several_runs_load_as_one(client: MlflowClient, experiment: str) -> None:
    for number in range(3):
        with mlflow.start_run():
            mlflow.log_table({"n": [number]}, "t.json")

    assert sorted(mlflow.load_table("t.json")["n"]) == [0, 1, 2]


def test_log_stream_of_bytes(client: MlflowClient, run_id: str) -> None:
    client.log_stream(run_id, io.BytesIO(b"\x00\xff" * 1000), "raw/stream.bin")

    assert content(run_id, "raw/stream.bin") == b"\x00\xff" * 1000


def test_a_deleted_run_keeps_its_artifacts(client: MlflowClient, run_id: str) -> None:
    client.log_text(run_id, "kept", "kept.txt")
    client.delete_run(run_id)

    assert content(run_id, "kept.txt") == b"kept"
    client.restore_run(run_id)
    assert listing(client, run_id) == [("kept.txt", 4)]


def test_runs_do_not_see_each_others_artifacts(client: MlflowClient, experiment_id: str) -> None:
    first, second = (client.create_run(experiment_id).info.run_id for _ in range(2))

    client.log_text(first, "1", "same.txt")
    client.log_text(second, "22", "same.txt")

    assert content(first, "same.txt") == b"1"
    assert listing(client, second) == [("same.txt", 2)]


@pytest.mark.parametrize("path", ["../out", "/etc/x", "a/../../b", "%2e%2e/out"])
def test_paths_that_leave_the_run_are_refused(client: MlflowClient, run_id: str, path: str) -> None:
    with pytest.raises((MlflowException, requests.HTTPError), match="Invalid"):
        client.log_text(run_id, "x", path + "/file.txt")

    assert listing(client, run_id) == []
