"""What a browser complains about while it shows pages, apart from what is known and harmless."""

from __future__ import annotations

import re

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# MLflow's page asks who is logged in; MLflow's own server, without accounts, answers 404 as well.
NO_ACCOUNTS = "/ajax-api/2.0/mlflow/users/current"

# The browser's own words when a page lays itself out anew while it is being measured. Nothing failed.
RESIZE = re.compile("ResizeObserver loop")


class Complaints:
    """Failed requests to the server, errors in the console, exceptions nobody caught."""

    def __init__(self, page: Page, base_url: str) -> None:
        self._base_url = base_url
        self.found: list[str] = []
        page.on("response", self._response)
        page.on("requestfailed", self._request_failed)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.found.append(f"exception: {error}"))

    def _is_ours(self, url: str) -> bool:
        return url.startswith(self._base_url)

    def _response(self, response: Response) -> None:
        if response.status >= 400 and self._is_ours(response.url) and not response.url.endswith(NO_ACCOUNTS):
            self.found.append(f"{response.status} {response.request.method} {response.url}")

    def _request_failed(self, request: Request) -> None:
        # A page that is left gives up what it was still asking for.
        if self._is_ours(request.url) and request.failure != "net::ERR_ABORTED":
            self.found.append(f"{request.failure} {request.method} {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type != "error" or RESIZE.search(message.text):
            return
        # Said of every failed request too, which is judged above; others are to sites outside, absent here.
        if not message.text.startswith("Failed to load resource"):
            self.found.append(f"console: {message.text}")
