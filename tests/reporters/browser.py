"""A Chromium without a screen, from wherever this machine has one."""

from __future__ import annotations

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def executable() -> str | None:
    """Return the path of Chromium; `MEDLINT_CHROMIUM` names one that lies elsewhere."""
    named = os.environ.get("MEDLINT_CHROMIUM")
    return named or next((found for found in map(shutil.which, NAMES) if found), None)
