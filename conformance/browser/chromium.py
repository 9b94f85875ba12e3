"""Finds the browser."""

from __future__ import annotations

import os
import shutil

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
MAC = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]

MISSING = (
    "There is no Chromium to drive MLflow's web page with. Install it (Debian, Ubuntu: apt-get install chromium), or name"
    " one in RUNSTREAM_CHROMIUM."
)

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]


def find() -> str | None:
    """The path of a Chromium or Chrome; None if there is none."""
    named = os.environ.get("RUNSTREAM_CHROMIUM")
    if named:
        return shutil.which(named)
    found = (shutil.which(name) for name in NAMES + MAC)
    return next((path for path in found if path), None)
