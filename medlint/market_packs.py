"""Packs of one market: read in full where a run is for that market, and by name where it is not.

Seven countries' rules would make every run slower for the sake of the one that is asked for. Of the others
a run needs the ids alone, so that settings and allowances can name them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from medlint import config
from medlint.pack import Pack
from medlint.pack import load as load_pack
from medlint.rule import Rule

_PREFIX = "regulatory-"
_RULE = re.compile(
    r"^  - id: (?P<id>\S+)\n(?:    [a-z_]+: .*\n)*?    profiles: \[(?P<profiles>[^\]]+)\]", re.M
)


def load(path: Path, market: str | None, *, whole: bool = True) -> Pack:
    """Return the pack at `path`; of a shipped pack of other markets only names, unless `whole`.

    Raises:
        PackError: the pack is wrong.
    """
    is_of_markets = path.resolve().parent == config.folder() and path.name.startswith(_PREFIX)
    if whole or not is_of_markets:
        return load_pack(path)
    text = path.read_text(encoding="utf-8")
    rules = tuple(_name(found["id"], found["profiles"], path.stem) for found in _RULE.finditer(text))
    if any(market in rule.profiles for rule in rules):
        return load_pack(path)
    return Pack(path.stem, str(path), hashlib.sha256(text.encode()).hexdigest(), rules)


def asks_for_all(names: Iterable[str]) -> bool:
    """Say whether one of the names of rules needs what the rules of all markets say."""
    return any(name.startswith("regulatory") for name in names)


def _name(id_: str, profiles: str, origin: str) -> Rule:
    """Return a rule of which no more is known than who it is for; it never runs."""
    return Rule(
        id=id_,
        message="",
        severity="note",
        needs="judgement",
        why="",
        advice="",
        sources=(),
        bad=(),
        good=(),
        probes=(),
        profiles=tuple(name.strip() for name in profiles.split(",")),
        origin=origin,
    )
