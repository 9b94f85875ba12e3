"""Many writers at once: threads, forked and spawned processes; several runs or one."""

from __future__ import annotations

import multiprocessing
import threading
from concurrent.futures import ThreadPoolExecutor

import mlflow
import pytest
from mlflow import MlflowClient
from mlflow.entities import Metric, Param, RunTag

from reading import history, listing, read_files

WRITERS = 4
STEPS = 25


def train(base_url: str, experiment_id: str, writer: int) -> None:
    """What a worker process does: a run of its own through the fluent API."""
    mlflow.set_tracking_uri(base_url)
    mlflow.set_experiment(experiment_id=experiment_id)
    with mlflow.start_run(run_name=f"writer {writer}"):
        mlflow.log_param("writer", writer)
        for step in range(STEPS):
            mlflow.log_metric("m", writer + step / 100, step=step, timestamp=step + 1)


def write_to_one_run(base_url: str, run_id: str, writer: int) -> None:
    """What a rank of a distributed training does: its own keys and one shared, on a given run."""
    client = MlflowClient(base_url)
    for step in range(STEPS):
        client.log_batch(
            run_id,
            metrics=[
                Metric(f"own {writer}", float(step), step, step),
                Metric("shared", float(writer), step, step),
            ],
            params=[Param(f"p {writer} {step}", "v")],
            tags=[RunTag(f"t {writer}", str(step))],
        )


def check_runs(client: MlflowClient, experiment_id: str) -> None:
    runs = client.search_runs([experiment_id], order_by=["run_name"])
    assert [run.info.run_name for run in runs] == [f"writer {w}" for w in range(WRITERS)]
    for writer, run in enumerate(runs):
        assert run.info.status == "FINISHED"
        assert run.data.params == {"writer": str(writer)}
        expected = [(step, step + 1, writer + step / 100) for step in range(STEPS)]
        assert history(client, run.info.run_id, "m") == expected


def check_one_run(client: MlflowClient, run_id: str) -> None:
    data = client.get_run(run_id).data
    assert data.metrics == {
        **{f"own {w}": float(STEPS - 1) for w in range(WRITERS)},
        "shared": float(WRITERS - 1),
    }
    assert len(data.params) == WRITERS * STEPS
    assert {key: value for key, value in data.tags.items() if key.startswith("t ")} == {
        f"t {w}": str(STEPS - 1) for w in range(WRITERS)
    }
    for writer in range(WRITERS):
        assert history(client, run_id, f"own {writer}") == [(s, s, float(s)) for s in range(STEPS)]
    assert history(client, run_id, "shared") == [
        (step, step, float(writer)) for step in range(STEPS) for writer in range(WRITERS)
    ]


def in_processes(method: str, target, *args: object, writers: int = WRITERS) -> None:
    context = multiprocessing.get_context(method)
    workers = [context.Process(target=target, args=(*args, w)) for w in range(writers)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0] * writers


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_runs_in_processes(
    client: MlflowClient, base_url: str, experiment_id: str, method: str
) -> None:
    in_processes(method, train, base_url, experiment_id)

    check_runs(client, experiment_id)


def test_runs_in_threads(client: MlflowClient, base_url: str, experiment_id: str) -> None:
    mlflow.set_experiment(experiment_id=experiment_id)
    barrier = threading.Barrier(WRITERS)

    def work(writer: int) -> None:
        barrier.wait()
        train(base_url, experiment_id, writer)

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, range(WRITERS)))

    check_runs(client, experiment_id)


def test_children_from_threads(client: MlflowClient, experiment_id: str) -> None:
    mlflow.set_experiment(experiment_id=experiment_id)
    with mlflow.start_run() as parent:

        def child(number: int) -> str:
            with mlflow.start_run(
                run_name=f"child {number}", nested=True, parent_run_id=parent.info.run_id
            ) as run:
                mlflow.log_metric("number", number)
                return run.info.run_id

        with ThreadPoolExecutor(WRITERS) as pool:
            run_ids = list(pool.map(child, range(8)))

    found = client.search_runs([experiment_id], f"tags.mlflow.parentRunId = '{parent.info.run_id}'")
    assert {run.info.run_id for run in found} == set(run_ids)
    assert sorted(run.data.metrics["number"] for run in found) == list(range(8))


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_one_run_from_processes(
    client: MlflowClient, base_url: str, run_id: str, method: str
) -> None:
    in_processes(method, write_to_one_run, base_url, run_id)

    check_one_run(client, run_id)


def test_one_run_from_threads(client: MlflowClient, base_url: str, run_id: str) -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda w: write_to_one_run(base_url, run_id, w), range(WRITERS)))

    check_one_run(client, run_id)


def test_one_param_from_many_threads_gets_one_value(client: MlflowClient, run_id: str) -> None:
    barrier = threading.Barrier(8)

    def log(value: int) -> bool:
        barrier.wait()
        try:
            client.log_param(run_id, "contended", value)
            return True
        except mlflow.MlflowException as refused:
            assert "Changing param values is not allowed" in refused.message
            return False

    with ThreadPoolExecutor(8) as pool:
        accepted = [value for value, won in enumerate(pool.map(log, range(8))) if won]

    [winner] = accepted
    assert client.get_run(run_id).data.params == {"contended": str(winner)}


def test_one_experiment_name_from_many_threads_gets_one_id(
    base_url: str, unique, client: MlflowClient
) -> None:
    name = unique("contended")
    barrier = threading.Barrier(8)

    def create(_: int) -> str | None:
        barrier.wait()
        try:
            return MlflowClient(base_url).create_experiment(name)
        except mlflow.MlflowException as refused:
            assert refused.error_code == "RESOURCE_ALREADY_EXISTS"
            return None

    with ThreadPoolExecutor(8) as pool:
        ids = [experiment_id for experiment_id in pool.map(create, range(8)) if experiment_id]

    assert ids == [client.get_experiment_by_name(name).experiment_id]


def test_writes_are_read_by_another_client_at_once(base_url: str, run_id: str) -> None:
    writer, reader = MlflowClient(base_url), MlflowClient(base_url)

    for step in range(50):
        writer.log_metric(run_id, "m", float(step), step=step, timestamp=step)
        assert reader.get_run(run_id).data.metrics["m"] == float(step)
        assert len(reader.get_metric_history(run_id, "m")) == step + 1


def log_files_and_metrics(base_url: str, experiment_id: str, writer: int) -> None:
    """A worker that logs metrics and artifacts in turns, some of the latter under equal names."""
    mlflow.set_tracking_uri(base_url)
    mlflow.set_experiment(experiment_id=experiment_id)
    with mlflow.start_run(run_name=f"writer {writer}"):
        for step in range(STEPS):
            mlflow.log_metric("m", writer, step=step, timestamp=step + 1)
            mlflow.log_text(f"{writer}/{step}", f"texts/{step:02}.txt")
        mlflow.log_dict({"writer": writer}, "same.json")


def test_eight_processes_that_log_artifacts_and_metrics(
    client: MlflowClient, base_url: str, experiment_id: str
) -> None:
    in_processes("fork", log_files_and_metrics, base_url, experiment_id, writers=8)

    runs = client.search_runs([experiment_id], order_by=["run_name"])
    assert [run.info.run_name for run in runs] == [f"writer {w}" for w in range(8)]
    for writer, run in enumerate(runs):
        run_id = run.info.run_id
        assert history(client, run_id, "m") == [(s, s + 1, float(writer)) for s in range(STEPS)]
        assert read_files(mlflow.artifacts.download_artifacts(run_id=run_id)) == {
            "same.json": b'{\n  "writer": %d\n}' % writer,
            **{f"texts/{s:02}.txt": f"{writer}/{s}".encode() for s in range(STEPS)},
        }


def test_threads_that_log_artifacts_of_one_run(client: MlflowClient, run_id: str) -> None:
    names = [f"part-{number:03}.txt" for number in range(64)]

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(lambda name: client.log_text(run_id, name, name), names))

    assert listing(client, run_id) == [(name, len(name)) for name in names]
