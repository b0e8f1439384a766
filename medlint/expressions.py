"""Regular expressions whose compiled code is kept between runs.

Python compiles an expression in a millisecond, and a page needs hundreds. What `re` makes of one is a
list of numbers, which `_sre.compile` turns into a pattern in microseconds (and checks: it refuses code
that would read outside its bounds). `re` offers no public way to these numbers; where a Python has
them elsewhere, `re.compile` does the work, and only time is lost. A test compares both.
"""

from __future__ import annotations

import contextlib
import re
from array import array
from collections.abc import Callable, Sequence
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from medlint import compiled

_Code = tuple[int, int, dict[str, int], bytes]
"""Flags, number of groups, numbers of named groups, and the code."""

_NUMBER = "I"  # of `array`: unsigned, 4 bytes, as `_sre.CODESIZE` says


def expression(regex: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled expression, as `re.compile` does."""
    return named((regex, str(int(flags))), lambda: regex, flags)


def named(key: Sequence[str], make: Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Return the expression that `make` writes; a known key saves the writing too.

    Args:
        key: All that the expression depends on.
        make: Writes it.
        flags: Of `re`.
    """
    kept = compiled.get("expression", key)
    if kept is not None:
        with contextlib.suppress(Exception):  # whatever is wrong with the code, it can be made again
            return _pattern(key[0], *kept)
    regex = make()
    try:
        code = _code_of(regex, int(flags))
        pattern = _pattern(key[0], *code)
    except re.error:
        raise
    except Exception:  # noqa: BLE001 - a Python with other insides
        return re.compile(regex, flags)
    compiled.put("expression", key, code)
    return pattern


def _code_of(regex: str, flags: int) -> _Code:
    """Return what `re` makes of an expression, by the steps of `re._compiler.compile`."""
    parsed = parser.parse(regex, flags)
    code = compiler._code(parsed, flags)  # noqa: SLF001 - see the module
    groups = {str(name): int(number) for name, number in parsed.state.groupdict.items()}
    return flags | parsed.state.flags, parsed.state.groups - 1, groups, array(_NUMBER, code).tobytes()


def _pattern(regex: str, flags: int, groups: int, names: dict[str, int], code: bytes) -> re.Pattern[str]:
    numbers = array(_NUMBER)
    numbers.frombytes(code)
    by_number: list[Any] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    compile_code = compiler._sre.compile  # noqa: SLF001 - see the module
    made: re.Pattern[str] = compile_code(regex, flags, numbers.tolist(), groups, names, tuple(by_number))
    return made
