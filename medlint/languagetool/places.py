"""Where LanguageTool, its servers' records and its answers lie: the user's cache folder."""

from __future__ import annotations

from pathlib import Path

from medlint import cache_folder
from medlint.languagetool.jars import VERSION

FOLDER_VARIABLE = cache_folder.VARIABLE


def cache() -> Path:
    """Return the folder of all that medlint keeps between runs; it need not be there."""
    return cache_folder.path()


def home() -> Path:
    """Return where LanguageTool is installed; language_tool_python knows a folder of this name too."""
    return cache() / f"LanguageTool-{VERSION}"


def servers() -> Path:
    """Return the folder of the records and logs of running servers."""
    return cache() / "languagetool-servers"


def answers() -> Path:
    """Return the file of the answers that LanguageTool gave."""
    return cache() / "languagetool-answers.sqlite"
