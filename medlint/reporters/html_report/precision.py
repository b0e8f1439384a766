"""How often each rule was right when it was measured: `config/precision.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import yaml

from medlint import config


@cache
def measured() -> Mapping[str, tuple[int, int]]:
    """Return rule → right and wrong findings, on development texts and sober pages."""
    text = (config.folder() / "precision.yaml").read_text(encoding="utf-8")
    counts: dict[str, list[int]] = yaml.safe_load(text) or {}
    return MappingProxyType({rule: (right, wrong) for rule, (right, wrong) in counts.items()})


def told(rule: str) -> str:
    """Return what is known of a rule's precision, for people."""
    if rule not in measured():
        return "precision not measured"
    right, wrong = measured()[rule]
    return f"measured: right in {right} of {right + wrong} findings"
