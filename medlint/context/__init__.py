"""In which company words stand: one module, one question, one answer.

Each module has `holds(document, region)`; its name, with hyphens, is what a pack writes under
`unless:` and `only:`. Modules with an underscore hold what the others share.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from medlint.model import Document, Region

Context = Callable[[Document, Region], bool]

CONTEXTS: Mapping[str, Context] = MappingProxyType(
    {
        module.name.replace("_", "-"): import_module(f"{__name__}.{module.name}").holds
        for module in sorted(iter_modules(__path__), key=lambda module: module.name)
        if not module.name.startswith("_")
    }
)
"""Name of a context → what answers its question."""
