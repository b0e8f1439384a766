"""The laws, codes and guidance that rules cite: `config/authorities.yaml` and its sister files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from medlint import config
from medlint.model import Source

_NO_POINTER = "whole text"


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


def is_known(source: str) -> bool:
    """Say whether `source` is a key of `authorities*.yaml` or an https address."""
    return _is_address(source) or source in load()


def _source(key: str, entry: Mapping[str, Any]) -> Source:
    pointer = entry["pointer"]
    title = entry["title"] if pointer == _NO_POINTER else f"{entry['title']}, {pointer}"
    return Source(key=key, title=title, url=entry["url"])


def _is_address(source: str) -> bool:
    if not source.startswith("https://"):
        return False
    try:
        return bool(urlsplit(source).hostname)
    except ValueError:  # an open bracket, as of an IPv6 address
        return False
