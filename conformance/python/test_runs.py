"""Runs: start, end, nest, resume, find."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import mlflow
import pytest
from mlflow import MlflowClient, MlflowException
from mlflow.entities import RunStatus, RunTag
from mlflow.utils.mlflow_tags import MLFLOW_PARENT_RUN_ID

pytestmark = pytest.mark.usefixtures("experiment")

Unique = Callable[[str], str]


def test_a_named_run(client: MlflowClient, experiment: str) -> None:
    before = int(time.time() * 1000) - 1

    with mlflow.start_run(run_name="my run") as run:
        assert run.info.run_name == "my run"
        assert run.info.status == "RUNNING"

    ended = client.get_run(run.info.run_id)
    assert ended.info.run_name == "my run"
    assert ended.info.experiment_id == experiment
    assert ended.info.status == "FINISHED"
    assert before <= ended.info.start_time <= ended.info.end_time
    assert ended.data.tags["mlflow.runName"] == "my run"
    expected_root = f"mlflow-artifacts:/{experiment}/{run.info.run_id}/artifacts"
    assert ended.info.artifact_uri == expected_root


def test_an_unnamed_run_gets_a_name() -> None:
    with mlflow.start_run() as run:
        pass

    assert re.fullmatch(r"[a-z]+-[a-z]+-\d{1,4}", run.info.run_name)
    assert len(run.info.run_name) <= 20
    assert run.data.tags["mlflow.runName"] == run.info.run_name
    assert re.fullmatch(r"[0-9a-f]{32}", run.info.run_id)


def test_start_run_with_tags_and_description() -> None:
    with mlflow.start_run(tags={"release": "1.2"}, description="what it is") as run:
        pass

    assert run.data.tags["release"] == "1.2"
    assert run.data.tags["mlflow.note.content"] == "what it is"


def test_system_tags_are_set() -> None:
    with mlflow.start_run() as run:
        pass

    assert run.data.tags["mlflow.source.type"] == "LOCAL"
    assert run.data.tags["mlflow.source.name"]
    assert run.data.tags["mlflow.user"] == run.info.user_id


def test_an_exception_fails_the_run(client: MlflowClient) -> None:
    with pytest.raises(RuntimeError, match="diverged"):
        with mlflow.start_run() as run:
            raise RuntimeError("diverged")

    assert client.get_run(run.info.run_id).info.status == "FAILED"


@pytest.mark.parametrize("status", ["FINISHED", "FAILED", "KILLED", "SCHEDULED", "RUNNING"])
def test_end_run_with_a_status(client: MlflowClient, status: str) -> None:
    run = mlflow.start_run()

    mlflow.end_run(status)

    ended = client.get_run(run.info.run_id)
    assert ended.info.status == status
    assert ended.info.end_time >= ended.info.start_time
    assert mlflow.active_run() is None


def test_active_and_last_active_run() -> None:
    assert mlflow.active_run() is None

    with mlflow.start_run() as run:
        assert mlflow.active_run().info.run_id == run.info.run_id
        mlflow.log_metric("m", 1.0)

    assert mlflow.active_run() is None
    last = mlflow.last_active_run()
    assert last.info.run_id == run.info.run_id
    assert last.info.status == "FINISHED"
    assert last.data.metrics == {"m": 1.0}


def test_a_second_run_needs_nesting() -> None:
    with mlflow.start_run():
        with pytest.raises(Exception, match="is already active"):
            mlflow.start_run()


def test_nested_runs(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run(run_name="parent") as parent:
        for name in ("child a", "child b"):
            with mlflow.start_run(run_name=name, nested=True) as child:
                with mlflow.start_run(run_name="grandchild of " + name, nested=True):
                    mlflow.log_param("depth", 2)
                assert child.data.tags[MLFLOW_PARENT_RUN_ID] == parent.info.run_id
        assert mlflow.active_run().info.run_id == parent.info.run_id

    children = client.search_runs(
        [experiment], f"tags.mlflow.parentRunId = '{parent.info.run_id}'", order_by=["run_name"]
    )
    assert [run.info.run_name for run in children] == ["child a", "child b"]


def test_parent_run_id_without_an_active_parent() -> None:
    with mlflow.start_run() as parent:
        pass

    with mlflow.start_run(parent_run_id=parent.info.run_id) as child:
        pass

    assert child.data.tags[MLFLOW_PARENT_RUN_ID] == parent.info.run_id
    assert mlflow.get_parent_run(child.info.run_id).info.run_id == parent.info.run_id
    assert mlflow.get_parent_run(parent.info.run_id) is None


def test_resume_by_id(client: MlflowClient) -> None:
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1, step=1)
    assert client.get_run(run.info.run_id).info.status == "FINISHED"

    with mlflow.start_run(run_id=run.info.run_id) as resumed:
        assert resumed.info.run_id == run.info.run_id
        assert client.get_run(run.info.run_id).info.status == "RUNNING"
        mlflow.log_metric("m", 2, step=2)

    ended = client.get_run(run.info.run_id)
    assert ended.info.status == "FINISHED"
    assert ended.info.start_time == run.info.start_time
    assert ended.data.metrics == {"m": 2}


def test_resume_by_environment(monkeypatch: pytest.MonkeyPatch, run_id: str) -> None:
    monkeypatch.setenv("MLFLOW_RUN_ID", run_id)

    # The active experiment would contradict the run's own.
    mlflow.set_experiment(experiment_id=mlflow.get_run(run_id).info.experiment_id)
    with mlflow.start_run() as run:
        assert run.info.run_id == run_id


def test_resuming_a_deleted_run_is_refused(client: MlflowClient, run_id: str) -> None:
    client.delete_run(run_id)

    with pytest.raises(MlflowException, match="deleted state"):
        mlflow.start_run(run_id=run_id)


def test_resuming_an_unknown_run_is_refused() -> None:
    with pytest.raises(MlflowException, match="Run with id=0123nobody not found") as refused:
        mlflow.start_run(run_id="0123nobody")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_rename_by_update_and_by_tag(client: MlflowClient, run_id: str) -> None:
    client.update_run(run_id, name="by update")
    updated = client.get_run(run_id)
    client.set_tag(run_id, "mlflow.runName", "by tag")
    tagged = client.get_run(run_id)

    assert (updated.info.run_name, updated.data.tags["mlflow.runName"]) == ("by update",) * 2
    assert (tagged.info.run_name, tagged.data.tags["mlflow.runName"]) == ("by tag",) * 2


def test_set_terminated_at_a_given_time(client: MlflowClient, run_id: str) -> None:
    client.set_terminated(run_id, status="KILLED", end_time=1_700_000_000_123)

    ended = client.get_run(run_id)
    assert ended.info.status == "KILLED"
    assert ended.info.end_time == 1_700_000_000_123


def test_a_finished_run_may_run_again_and_keeps_its_end(client: MlflowClient, run_id: str) -> None:
    client.set_terminated(run_id, end_time=1_700_000_000_123)

    client.update_run(run_id, status=RunStatus.to_string(RunStatus.RUNNING))

    again = client.get_run(run_id)
    assert again.info.status == "RUNNING"
    assert again.info.end_time == 1_700_000_000_123


def test_logging_to_a_finished_run_is_allowed(client: MlflowClient, run_id: str) -> None:
    client.set_terminated(run_id)

    client.log_metric(run_id, "late", 1.0)
    client.log_param(run_id, "late", "yes")
    client.set_tag(run_id, "late", "too")

    late = client.get_run(run_id).data
    assert late.metrics == {"late": 1.0}
    assert late.params == {"late": "yes"}
    assert late.tags["late"] == "too"


def test_create_run_by_client_with_start_time_and_name(
    client: MlflowClient, experiment: str
) -> None:
    run = client.create_run(
        experiment, start_time=1_600_000_000_000, tags={"a": "b"}, run_name="by client"
    )

    assert run.info.start_time == 1_600_000_000_000
    assert run.info.end_time is None
    assert run.info.status == "RUNNING"
    assert run.info.run_name == "by client"
    assert run.data.tags == {"a": "b", "mlflow.runName": "by client"}


def test_two_different_names_at_creation_are_refused(client: MlflowClient, experiment: str) -> None:
    with pytest.raises(MlflowException) as refused:
        client.create_run(experiment, run_name="one", tags={"mlflow.runName": "other"})

    assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
    assert (
        "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different "
        "values (run_name='one', mlflow.runName='other')."
    ) in refused.value.message


def test_a_run_in_an_unknown_experiment_is_refused(client: MlflowClient) -> None:
    with pytest.raises(MlflowException, match="No Experiment with id=987654321 exists") as refused:
        client.create_run("987654321")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"


def test_delete_and_restore(client: MlflowClient, experiment: str) -> None:
    with mlflow.start_run() as run:
        mlflow.log_metric("m", 1)
    run_id = run.info.run_id

    mlflow.delete_run(run_id)
    client.delete_run(run_id)

    assert client.get_run(run_id).info.lifecycle_stage == "deleted"
    assert client.get_run(run_id).data.metrics == {"m": 1}
    assert client.search_runs([experiment]) == []

    client.restore_run(run_id)
    client.restore_run(run_id)

    assert client.get_run(run_id).info.lifecycle_stage == "active"
    assert [r.info.run_id for r in client.search_runs([experiment])] == [run_id]


def test_writing_to_a_deleted_run_is_refused(client: MlflowClient, run_id: str) -> None:
    client.delete_run(run_id)
    writes: list[Callable[[], object]] = [
        lambda: client.log_metric(run_id, "m", 1),
        lambda: client.log_param(run_id, "p", 1),
        lambda: client.set_tag(run_id, "t", 1),
        lambda: client.delete_tag(run_id, "mlflow.runName"),
        lambda: client.log_batch(run_id, tags=[RunTag("t", "1")]),
        lambda: client.update_run(run_id, name="x"),
    ]
    for write in writes:
        with pytest.raises(MlflowException) as refused:
            write()
        assert refused.value.error_code == "INVALID_PARAMETER_VALUE"
        assert (
            f"The run {run_id} must be in the 'active' state. Current state is deleted."
            in refused.value.message
        )


@pytest.mark.parametrize("call", ["get_run", "delete_run", "restore_run"])
def test_an_unknown_run_is_refused(client: MlflowClient, call: str) -> None:
    with pytest.raises(MlflowException, match="Run with id=nobody not found") as refused:
        getattr(client, call)("nobody")

    assert refused.value.error_code == "RESOURCE_DOES_NOT_EXIST"
