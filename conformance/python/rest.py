"""A bare REST client: what a test or the comparison sends is exactly what goes over the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import requests

API = "/api/2.0/mlflow"
AJAX = "/ajax-api/2.0/mlflow"
TIMEOUT_SECONDS = 60

Query = Mapping[str, Any] | Sequence[tuple[str, Any]]


@dataclass(frozen=True)
class Answer:
    """An HTTP answer; `body` is the decoded JSON, or None where the body is no JSON."""

    status: int
    body: Any
    text: str
    headers: Mapping[str, str]

    @property
    def error(self) -> tuple[int, str, str]:
        return self.status, self.body["error_code"], self.body["message"]


class RestClient:
    def __init__(self, base_url: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._session = requests.Session()

    def get(self, path: str, params: Query = (), **kwargs: Any) -> Answer:
        return self.send("GET", path, params=params, **kwargs)

    def post(self, path: str, body: Any = None, **kwargs: Any) -> Answer:
        raw = json.dumps({} if body is None else body)
        return self.post_raw(path, raw, **kwargs)

    def post_raw(
        self,
        path: str,
        raw: str | bytes,
        content_type: str | None = "application/json",
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        sent = dict(headers or {})
        if content_type is not None:
            sent["Content-Type"] = content_type
        data = raw if isinstance(raw, bytes) else raw.encode("utf-8")
        return self.send("POST", path, data=data, headers=sent)

    def send(self, method: str, path: str, **kwargs: Any) -> Answer:
        """Sends to `path`: relative to the API's root, or absolute when it starts with a slash."""
        url = self.base_url + (path if path.startswith("/") else f"{API}/{path}")
        response = self._session.request(
            method, url, timeout=TIMEOUT_SECONDS, allow_redirects=False, **kwargs
        )
        try:
            body = json.loads(response.text)
        except ValueError:
            body = None
        return Answer(response.status_code, body, response.text, response.headers)
