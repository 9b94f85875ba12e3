"""What tests read back, in a shape that is easy to compare."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mlflow import MlflowClient
from mlflow.entities import Run


def history(client: MlflowClient, run_id: str, key: str) -> list[tuple[int, int, float]]:
    """A metric's points as (step, timestamp, value), in the order the server gives."""
    return [(m.step, m.timestamp, m.value) for m in client.get_metric_history(run_id, key)]


def names(runs: Iterable[Run]) -> list[str]:
    return [run.info.run_name for run in runs]


def listing(
    client: MlflowClient, run_id: str, path: str | None = None
) -> list[tuple[str, int | None]]:
    """A run's artifacts as (path, size in bytes), None being the size of a directory."""
    found = client.list_artifacts(run_id, path)
    return [(f.path, None if f.is_dir else f.file_size or 0) for f in found]


def write_files(folder: Path, contents: dict[str, bytes]) -> Path:
    """Writes files by their paths below `folder`, which is made and given back."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def read_files(folder: str | Path) -> dict[str, bytes]:
    """All files below `folder`: path to content."""
    root = Path(folder)
    return {
        str(file.relative_to(root)): file.read_bytes()
        for file in sorted(root.rglob("*"))
        if file.is_file()
    }
