"""The laws, codes and guidance that rules cite: `config/authorities.yaml` and its sister files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from medlint import config
from medlint.model import Source

_NO_POINTER = "whole text"
_POINTER = {
    "confirmed": "pointer confirmed, as of {day}",
    "recalled": "pointer not confirmed, as of {day}: look it up before you quote it",
}


@cache
def load() -> Mapping[str, Source]:
    """Return the shipped sources by key; a title says also where in the source to look."""
    entries: dict[str, dict[str, Any]] = {}
    for path in sorted(config.folder().glob("authorities*.yaml")):
        entries |= config.data(path.name)
    return MappingProxyType({key: _source(key, entry) for key, entry in entries.items()})


def resolve(source: str) -> Source:
    """Return the source of that key; an https address is its own key and title.

    Raises:
        KeyError: it is neither; packs are checked with `is_known` when they are loaded.
    """
    if _is_address(source):
        return Source(key=source, title=source, url=source)
    return load()[source]


def cited(source: str) -> Source:
    """Return the source with a title that says whether its pointer was confirmed, and as of when.

    Raises:
        KeyError: it is neither a key nor an https address.
    """
    found = resolve(source)
    if not found.status:
        return found
    told = _POINTER[found.status].format(day=found.as_of)
    return replace(found, title=f"{found.title} ({told})")


def is_known(source: str) -> bool:
    """Say whether `source` is a key of `authorities*.yaml` or an https address."""
    return _is_address(source) or source in load()


def _source(key: str, entry: Mapping[str, Any]) -> Source:
    pointer = entry["pointer"]
    title = entry["title"] if pointer == _NO_POINTER else f"{entry['title']}, {pointer}"
    return Source(key, title, entry["url"], entry["status"], entry["as-of"].isoformat())


def _is_address(source: str) -> bool:
    if not source.startswith("https://"):
        return False
    try:
        return bool(urlsplit(source).hostname)
    except ValueError:  # an open bracket, as of an IPv6 address
        return False
