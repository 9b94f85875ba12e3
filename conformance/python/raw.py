"""Requests sent byte for byte: no library tidies the path or adds headers."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 60
ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts"


@dataclass(frozen=True)
class RawAnswer:
    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    content: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.content)

    @property
    def error(self) -> tuple[int, str, str]:
        return self.status, self.json["error_code"], self.json["message"]


class RawClient:
    def __init__(self, base_url: str) -> None:
        self._address = urlsplit(base_url).netloc

    def send(
        self,
        method: str,
        target: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> RawAnswer:
        """Sends `target`, path and query, as it is; `body` None sends none."""
        connection = http.client.HTTPConnection(self._address, timeout=TIMEOUT_SECONDS)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in (headers or {}).items():
                connection.putheader(name, value)
            if body is not None:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.getheaders()}
            return RawAnswer(response.status, names, response.read())
        finally:
            connection.close()


class ArtifactFolder:
    """The artifacts of one run, by path below its root."""

    def __init__(self, raw: RawClient, experiment_id: str, run_id: str) -> None:
        self.raw = raw
        self.path = f"{experiment_id}/{run_id}/artifacts"
        self.url = f"{ARTIFACTS}/{self.path}"

    def put(self, name: str, content: bytes, **headers: str) -> RawAnswer:
        return self.raw.send("PUT", f"{self.url}/{name}", content, headers)

    def get(self, name: str, **headers: str) -> RawAnswer:
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        return self.raw.send("GET", f"{self.url}/{name}", headers=sent)

    def list(self, below: str = "") -> RawAnswer:
        return self.raw.send("GET", f"{ARTIFACTS}?path={self.path}{below}")
