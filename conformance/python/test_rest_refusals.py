"""What is refused, with the exact words: names, limits, unknown things, lifecycle, pages."""

from __future__ import annotations

from typing import Any

import pytest

from rest import AJAX, RestClient

INVALID = (400, "INVALID_PARAMETER_VALUE")
ABSENT = (404, "RESOURCE_DOES_NOT_EXIST")
SEE_DOCS = " See the API docs for more information about request parameters."
CHARACTERS = (
    "Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), "
    "spaces ( ), colon(:) and slashes (/)."
)
PATHS = (
    "Names may be treated as files in certain cases, and must not resolve to other names when "
    "treated as such. This name would resolve to "
)
POINT = {"value": 1, "timestamp": 1}


def many(count: int, **entry: Any) -> list[dict[str, Any]]:
    return [{"key": f"k{i}", **entry} for i in range(count)]


KEYS = [
    ("runs/log-metric", {"key": "a!", **POINT}, "name", '"a!"', CHARACTERS),
    ("runs/log-metric", {"key": "../x", **POINT}, "name", '"../x"', PATHS + "'../x'"),
    ("runs/log-parameter", {"key": "a!"}, "key", '"a!"', CHARACTERS),
    ("runs/log-parameter", {"key": "a//b"}, "key", '"a//b"', PATHS + "'a/b'"),
    ("runs/set-tag", {"key": "a!"}, "key", '"a!"', CHARACTERS),
    ("runs/set-tag", {"key": "/a"}, "key", '"/a"', PATHS + "'/a'"),
    ("runs/set-tag", {"key": "."}, "key", '"."', PATHS + "'.'"),
    ("runs/set-tag", {"key": "a😀"}, "key", '"a\\ud83d\\ude00"', CHARACTERS),
    (
        "runs/log-batch",
        {"metrics": [{"key": "a!", **POINT}]},
        "metrics[0].name",
        '"a!"',
        CHARACTERS,
    ),
    ("runs/log-batch", {"params": [{"key": "a!"}]}, "params[0].key", '"a!"', CHARACTERS),
    ("runs/log-batch", {"tags": [{"key": "a!"}]}, "tags[0].key", '"a!"', CHARACTERS),
]


@pytest.mark.parametrize(("path", "body", "name", "shown", "reason"), KEYS)
def test_illegal_keys(
    rest: RestClient,
    run_id: str,
    path: str,
    body: dict[str, Any],
    name: str,
    shown: str,
    reason: str,
) -> None:
    message = f"Invalid value {shown} for parameter '{name}' supplied: {reason}"

    assert rest.post(path, {"run_id": run_id, **body}).error == (*INVALID, message)
    # Names are looked at before the run is.
    assert rest.post(path, {"run_id": "nobody", **body}).error == (*INVALID, message)


LONG = "k" * 251
TOO_LONG = [
    ("runs/log-metric", {"key": LONG, **POINT}, "Metric name", 250),
    ("runs/log-parameter", {"key": LONG}, "Param key", 250),
    ("runs/set-tag", {"key": LONG}, "key", 250),
    ("runs/log-batch", {"metrics": [{"key": LONG, **POINT}]}, "Metric name", 250),
    ("runs/log-batch", {"params": [{"key": LONG}]}, "Param key", 250),
    ("runs/log-batch", {"tags": [{"key": LONG}]}, "tags[0].key", 250),
    ("runs/log-inputs", {"datasets": [{"dataset": {"name": "n" * 501}}]}, "name", 500),
    (
        "runs/log-inputs",
        {"datasets": [{"dataset": {"name": "n", "digest": "d" * 37}}]},
        "digest",
        36,
    ),
]


@pytest.mark.parametrize(("path", "body", "name", "limit"), TOO_LONG)
def test_too_long(
    rest: RestClient, run_id: str, path: str, body: dict[str, Any], name: str, limit: int
) -> None:
    message = f"'{name}' exceeds the maximum length of {limit} characters"

    assert rest.post(path, {"run_id": run_id, **body}).error == (*INVALID, message)


def test_too_long_for_an_experiment(rest: RestClient, experiment_id: str) -> None:
    def tag(key: str, value: str) -> tuple[int, str, str]:
        body = {"experiment_id": experiment_id, "key": key, "value": value}
        return rest.post("experiments/set-experiment-tag", body).error

    long_name = rest.post("experiments/create", {"name": "n" * 501})
    assert long_name.error == (*INVALID, "'name' exceeds the maximum length of 500 characters")
    assert tag(LONG, "v") == (*INVALID, "'key' exceeds the maximum length of 250 characters")
    expected = (*INVALID, "'value' exceeds the maximum length of 20000 characters")
    assert tag("k", "v" * 20001) == expected


TOO_MANY = [
    ({"params": many(101, value="1")}, 100, "params", 101),
    ({"tags": many(101, value="1")}, 100, "tags", 101),
    ({"metrics": many(1001, **POINT)}, 1000, "metrics", 1001),
    (
        {"metrics": many(950, **POINT), "params": many(51, value="1")},
        1000,
        "metrics, params, and tags",
        1001,
    ),
]


@pytest.mark.parametrize(("body", "limit", "what", "got"), TOO_MANY)
def test_too_many_in_a_batch(
    rest: RestClient, run_id: str, body: dict[str, Any], limit: int, what: str, got: int
) -> None:
    assert rest.post("runs/log-batch", {"run_id": run_id, **body}).error == (
        *INVALID,
        f"A batch logging request can contain at most {limit} {what}. Got {got} {what}. "
        f"Please split up {what} across multiple requests and try again.",
    )


def test_duplicate_params_in_a_batch(rest: RestClient, run_id: str) -> None:
    params = [{"key": key, "value": "1"} for key in ("d", "e", "d", "f", "e")]

    assert rest.post("runs/log-batch", {"run_id": run_id, "params": params}).error == (
        *INVALID,
        "Duplicate parameter keys have been submitted: ['d', 'e']. Please ensure the request "
        "contains only one param value per param key.",
    )


def test_an_illegal_run_id_in_a_batch(rest: RestClient) -> None:
    message = "Invalid value \"a/b\" for parameter 'run_id' supplied."

    assert rest.post("runs/log-batch", {"run_id": "a/b"}).error == (*INVALID, message)


UNKNOWN_RUN = [
    ("runs/update", {"status": "FINISHED"}),
    ("runs/delete", {}),
    ("runs/restore", {}),
    ("runs/log-metric", {"key": "m", **POINT}),
    ("runs/log-parameter", {"key": "p", "value": "1"}),
    ("runs/set-tag", {"key": "t", "value": "1"}),
    ("runs/delete-tag", {"key": "t"}),
    ("runs/log-batch", {}),
    ("runs/log-inputs", {"datasets": [{"dataset": {"name": "n", "digest": "d"}}]}),
    ("runs/outputs", {"models": []}),
]


@pytest.mark.parametrize(("path", "body"), UNKNOWN_RUN)
def test_an_unknown_run(rest: RestClient, path: str, body: dict[str, Any]) -> None:
    answer = rest.post(path, {"run_id": "nobody", **body})

    assert answer.error == (*ABSENT, "Run with id=nobody not found")


@pytest.mark.parametrize(
    ("path", "body"),
    [case for case in UNKNOWN_RUN if case[0] not in ("runs/delete", "runs/restore")],
)
def test_a_deleted_run(rest: RestClient, run_id: str, path: str, body: dict[str, Any]) -> None:
    rest.post("runs/delete", {"run_id": run_id})

    assert rest.post(path, {"run_id": run_id, **body}).error == (
        *INVALID,
        f"The run {run_id} must be in the 'active' state. Current state is deleted.",
    )


UNKNOWN_EXPERIMENT = [
    ("experiments/update", {"new_name": "x"}),
    ("experiments/delete", {}),
    ("experiments/restore", {}),
    ("experiments/set-experiment-tag", {"key": "k", "value": "v"}),
    ("experiments/delete-experiment-tag", {"key": "k"}),
    ("runs/create", {}),
]


@pytest.mark.parametrize(("path", "body"), UNKNOWN_EXPERIMENT)
def test_an_unknown_experiment(rest: RestClient, path: str, body: dict[str, Any]) -> None:
    unknown = rest.post(path, {"experiment_id": "987654321", **body})
    illegal = rest.post(path, {"experiment_id": "abc", **body})

    assert unknown.error == (*ABSENT, "No Experiment with id=987654321 exists")
    message = "Invalid experiment ID 'abc'. Experiment ID must be a valid integer."
    assert illegal.error == (*INVALID, message)


def test_an_unknown_experiment_name(rest: RestClient, unique) -> None:
    name = unique("nobody")

    answer = rest.get("experiments/get-by-name", {"experiment_name": name})

    assert answer.error == (*ABSENT, f"Could not find experiment with name '{name}'")


def test_lifecycle_of_an_experiment(rest: RestClient, experiment_id: str) -> None:
    def call(action: str, **fields: str) -> tuple[int, str, str] | None:
        body = {"experiment_id": experiment_id, **fields}
        answer = rest.post(f"experiments/{action}", body)
        return None if answer.status == 200 else answer.error

    gone = (*ABSENT, f"No Experiment with id={experiment_id} exists")
    not_active = f"The experiment {experiment_id} must be in the 'active' state. "
    deleted = (*INVALID, not_active + "Current state is deleted.")

    assert call("restore") == gone
    assert call("delete") is None
    assert call("delete") == gone
    assert call("set-experiment-tag", key="k", value="v") == deleted
    assert call("delete-experiment-tag", key="k") == deleted
    assert call("restore") is None
    assert call("restore") == gone


LOCATIONS = [
    (
        f"{scheme}://elsewhere/x",
        f"'artifact_location' cannot use the '{scheme}' scheme: the '{scheme}' scheme addresses a "
        "host other than the tracking server's configured artifact storage",
    )
    for scheme in ("http", "https", "ftp", "hdfs", "mlflow-artifacts")
] + [
    ("runs:/a", "Artifact location cannot be a runs:/ URI. Given: 'runs:/a'"),
    ("s3://b/p#f", "'artifact_location' URL can't include fragments or params."),
    ("s3://b/p?x=../..", "Invalid query string"),
]


@pytest.mark.parametrize(("location", "message"), LOCATIONS)
def test_artifact_locations_that_are_refused(
    rest: RestClient, unique, location: str, message: str
) -> None:
    body = {"name": unique("located"), "artifact_location": location}

    status, code, text = rest.post("experiments/create", body).error

    assert (status, code) == INVALID
    assert text.startswith(message)


@pytest.mark.parametrize("path", ["runs/search", "experiments/search"])
def test_page_sizes(rest: RestClient, path: str) -> None:
    for size in (0, -1):
        answer = rest.post(path, {"experiment_ids": ["0"], "max_results": size})
        assert answer.error == (
            *INVALID,
            f"Invalid value {size} for parameter 'max_results' supplied. "
            "It must be a positive integer",
        )


def test_page_size_of_experiments_is_required_and_bounded(rest: RestClient) -> None:
    start = "Invalid value {} for parameter 'max_results' supplied. It must be "

    assert rest.post("experiments/search", {}).error == (
        *INVALID,
        start.format(0) + "a positive integer",
    )
    assert rest.post("experiments/search", {"max_results": 50001}).error == (
        *INVALID,
        start.format(50001) + "at most 50000",
    )


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("runs/search", {"experiment_ids": ["0"]}),
        ("experiments/search", {"max_results": 1}),
    ],
)
def test_page_tokens_that_are_no_tokens(rest: RestClient, path: str, query: dict[str, Any]) -> None:
    answer = rest.post(path, {**query, "page_token": "zz"})

    assert answer.error == (*INVALID, "Invalid page token, could not base64-decode")


@pytest.mark.parametrize("size", [0, -1])
def test_page_size_of_a_history(rest: RestClient, run_id: str, size: int) -> None:
    path = f"metrics/get-history?run_id={run_id}&metric_key=m&max_results={size}"

    assert rest.get(path).error == (
        *INVALID,
        f"Invalid value {size} for parameter 'max_results' supplied. "
        "It must be a positive integer.",
    )


INTERVALS = [
    ("max_results=0", "max_results must be between 1 and 2500." + SEE_DOCS),
    ("max_results=2501", "max_results must be between 1 and 2500." + SEE_DOCS),
    (
        "start_step=1",
        "If either start step or end step are specified, both must be specified.",
    ),
    (
        "start_step=2&end_step=1",
        "end_step must be greater than start_step. Found start_step=2 and end_step=1.",
    ),
    (
        "&".join(["run_ids=a"] * 100),
        "GetMetricHistoryBulkInterval request must specify at most 100 run_ids. "
        "Received 101 run_ids." + SEE_DOCS,
    ),
]


@pytest.mark.parametrize(("query", "message"), INTERVALS)
def test_intervals(rest: RestClient, query: str, message: str) -> None:
    path = f"metrics/get-history-bulk-interval?run_ids=a&metric_key=m&{query}"

    assert rest.get(path).error == (*INVALID, message)


def test_bulk_history(rest: RestClient) -> None:
    path = f"{AJAX}/metrics/get-history-bulk?"

    assert rest.get(path + "metric_key=m").error == (
        *INVALID,
        "GetMetricHistoryBulk request must specify at least one run_id.",
    )
    assert rest.get(path + "run_id=a").error == (
        *INVALID,
        "GetMetricHistoryBulk request must specify a metric_key.",
    )
    assert rest.get(path + "metric_key=m&" + "&".join(["run_id=a"] * 101)).error == (
        *INVALID,
        "GetMetricHistoryBulk request cannot specify more than 100 run_ids. Received 101 run_ids.",
    )


def test_datasets_of_too_few_and_too_many_experiments(rest: RestClient) -> None:
    path = f"{AJAX}/experiments/search-datasets"

    assert rest.post(path, {"experiment_ids": []}).error == (
        *INVALID,
        "SearchDatasets request must specify at least one experiment_id.",
    )
    assert rest.post(path, {"experiment_ids": [str(i) for i in range(21)]}).error == (
        *INVALID,
        "SearchDatasets request cannot specify more than 20 experiment_ids. "
        "Received 21 experiment_ids.",
    )


FILTERS = [
    (" ", "Invalid filter ' '. Could not be parsed."),
    ("params.p = '1' OR params.p = '2'", "Invalid clause(s) in filter string: 'OR'"),
    ("NOT params.p = '1'", "Invalid clause(s) in filter string: 'NOT'"),
    ("(params.p = '1')", "Invalid clause(s) in filter string: '(params.p = '1')'"),
    ("params.p = '1';", "Invalid clause(s) in filter string: ';'"),
    (
        "params.p = '1'; params.p = '2'",
        "Search filter contained multiple expression \"params.p = '1'; params.p = '2'\". "
        "Provide AND-ed expression list.",
    ),
    ("params.p", "Invalid clause(s) in filter string: 'params.p'"),
    ("params.p =", "Invalid clause(s) in filter string: 'params.p', '='"),
    ("'1' = params.p", "Invalid comparison clause. Expected 'Identifier' found ''1''"),
    ("tags.x-y = '1'", "Invalid comparison clause. Expected 'Identifier' found 'tags.x-y'"),
    ("metrics.m > NaN", "Expected numeric value type for metric. Found NaN"),
    (
        "start_time = '100'",
        "Expected numeric value type for numeric attribute: start_time. Found '100'",
    ),
    ("status = 1", "Expected a quoted string value for attributes. Got value 1"),
    ("dataset.name = 1", "Expected a quoted string value for dataset attributes. Got value 1"),
    ("tags.t = 1", "Expected a quoted string value for tag (e.g. 'my-value'). Got value 1"),
    (
        "params.p = x",
        "Parameter value is either not quoted or unidentified quote types used for string value x. "
        "Use either single or double quotes.",
    ),
    (
        "Params.p = '1'",
        "Invalid entity type 'Params'. Valid values are "
        "['metric', 'parameter', 'tag', 'attribute', 'dataset']",
    ),
    (
        "run_name IN ('a')",
        "Only ['run_id'] attributes support comparison with a list of quoted string values.",
    ),
    (
        "run_id IN (1)",
        "While parsing a list in the query, expected string value, punctuation, or whitespace, "
        "but got different type in list: (1,)",
    ),
    (
        "dataset.name IS NULL",
        "IS NULL / IS NOT NULL is only supported for tags and params, not for 'dataset' 'name'",
    ),
]


@pytest.mark.parametrize(("filter_string", "message"), FILTERS)
def test_filters(rest: RestClient, filter_string: str, message: str) -> None:
    body = {"experiment_ids": ["0"], "filter": filter_string}

    assert rest.post("runs/search", body).error == (*INVALID, message)


ORDERS = [
    ("", "Invalid order_by clause ''. Could not be parsed."),
    ("metrics.m, params.p", "Invalid order_by clause 'metrics.m, params.p'. Could not be parsed."),
    ("metrics.m UP", "Invalid ordering key in order_by clause 'metrics.m UP'."),
    (
        "metrics.m ASC DESC",
        "Invalid order_by clause 'metrics.m ASC DESC'. Could not be parsed.",
    ),
    ("dataset.name", "Invalid identifier type 'dataset'"),
    (
        "foo.bar",
        "Invalid entity type 'foo'. Valid values are "
        "['metric', 'parameter', 'tag', 'attribute', 'dataset']",
    ),
]


@pytest.mark.parametrize(("order_by", "message"), ORDERS)
def test_orders(rest: RestClient, order_by: str, message: str) -> None:
    body = {"experiment_ids": ["0"], "order_by": [order_by]}

    assert rest.post("runs/search", body).error == (*INVALID, message)
