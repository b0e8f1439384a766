"""Words for people that name them before what they have, and what these rules share."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from medlint import config
from medlint.context import advised_against, in_name, quoted
from medlint.model import Document, Region

LABEL = "terminology.stigma"
STYLE = ("us-ama-1112", "us-apa")


@cache
def words(name: str) -> Any:
    """Return a list or mapping of `config/words/person-first.yaml`."""
    return _lists()[name]


def is_own_words(document: Document, region: Region) -> bool:
    """Say whether the page speaks so itself: no quotation, no name, no warning of the word."""
    if document.block_at(region.start).kind == "reference":
        return False
    return not any(context.holds(document, region) for context in (quoted, in_name, advised_against))


def like(words: str, shown: str) -> str:
    """Return `words` with a capital if what they replace has one."""
    return words[:1].upper() + words[1:] if shown[:1].isupper() else words


@cache
def _lists() -> Mapping[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (config.folder() / "words" / "person-first.yaml").read_text(encoding="utf-8")
    lists: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - safe loaders
    return lists
