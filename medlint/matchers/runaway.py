"""Regular expressions that may take for ever: a repeat without bound inside another one."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 50  # a bound above this is as good as none


def repeats_without_bound(regex: str) -> bool:
    """Say whether `regex` repeats without bound something that itself repeats without bound.

    `(a+)+` tries every way to cut a run of a's when what follows does not match. Python has no
    public reader of expressions; the one `re` itself uses is stable and a test holds what we need.
    """
    return _nested(parser.parse(regex), inside=False)


def _nested(tree: Iterable[tuple[Any, Any]], *, inside: bool) -> bool:
    for operation, value in tree:
        is_repeat = operation in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[1] > _MANY
        if is_repeat and inside:
            return True
        if any(_nested(part, inside=inside or is_repeat) for part in _parts(value)):
            return True
    return False


def _parts(value: Any) -> Iterable[Iterable[tuple[Any, Any]]]:
    if isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _parts(part)
