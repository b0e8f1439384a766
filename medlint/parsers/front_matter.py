"""What a Markdown file says about itself before its text begins."""

from __future__ import annotations

import re
import tomllib
from typing import Any, NamedTuple

import yaml

_YAML = re.compile(r"---[ \t]*\r?\n(?![ \t]*\r?\n)(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"\s*(?:#.*\n\s*)*[\w-]+[ \t]*[:=]")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class FrontMatter(NamedTuple):
    """The facts, how far they reach in the file, and what was wrong with them."""

    values: dict[str, Any]
    end: int  # code points of the file; 0 where the file has none
    problem: str = ""


def read(source_text: str) -> FrontMatter:
    """Return the front matter; what only looks like one stays text."""
    pattern = {"---": _YAML, "+++": _TOML}.get(source_text[:3])
    found = pattern.match(source_text) if pattern else None
    if found is None:
        return FrontMatter({}, 0)
    try:
        values = yaml.load(found[1], _LOADER) if pattern is _YAML else tomllib.loads(found[1])  # noqa: S506
    except (yaml.YAMLError, ValueError) as error:
        if not _KEY.match(found[1]):
            return FrontMatter({}, 0)
        return FrontMatter({}, found.end(), f"front matter: {_told(error)}")
    if isinstance(values, dict):
        return FrontMatter({str(key): value for key, value in values.items()}, found.end())
    return FrontMatter({}, found.end() if values is None else 0)


def _told(error: Exception) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).partition("\n")[0]
    return f"line {mark.line + 2}: {problem}" if mark else problem
