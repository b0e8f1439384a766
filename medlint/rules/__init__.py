"""The rules that YAML cannot say: one module, one rule, in a folder named after its category."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from medlint.rule import Rule


@cache
def python_rules() -> tuple[Rule, ...]:
    """Return the rule of every module below this folder, by id."""
    found = (
        import_module(module.name) for module in walk_packages(__path__, f"{__name__}.") if not module.ispkg
    )
    return tuple(sorted((module.check for module in found), key=lambda rule: rule.id))
