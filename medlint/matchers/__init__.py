"""What `match:` can say in YAML, one module a kind.

Each module has a `Spec`, the shape of its value in YAML, and `probes(spec, lexicons)`, which turns
one into the probes of a rule and raises `ValueError` with a sentence for the pack's author.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import ModuleType

from medlint.matchers import absent, frame, medicines, pairs, pattern, phrases, quantity, tokens

KINDS: Mapping[str, ModuleType] = {
    "phrases": phrases,
    "pairs": pairs,
    "frame": frame,
    "pattern": pattern,
    "tokens": tokens,
    "quantity": quantity,
    "absent": absent,
    "medicines": medicines,
}
"""Kind of match → the module that knows it."""
