"""What fixes would change, as a unified diff."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from medlint.fixing.rounds import Fixed
from medlint.reporters.characters import visible

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_END = "\n\\ No newline at end of file\n"
_COLORS = (("---", "1"), ("+++", "1"), ("@@", "36"), ("+", "32"), ("-", "31"))


def unified(fixed: Fixed, *, is_on_screen: bool = False, has_color: bool = False) -> str:
    """Return the diff of a file; of a Word file its lines are paragraphs.

    Args:
        fixed: The file.
        is_on_screen: Whether characters that act on a terminal are shown as what they are. Without it the
            diff is one that `patch -p0` takes.
        has_color: Whether it is coloured.
    """
    lines = [*_lines(fixed)]
    if is_on_screen:
        lines = [visible(line.rstrip("\n")) + "\n" for line in lines]
    return "".join(_colored(line) for line in lines) if has_color else "".join(lines)


def _lines(fixed: Fixed) -> Iterator[str]:
    before, after = (_LINE.findall(each.document.source_text) for each in (fixed.before, fixed.after))
    path = fixed.before.path
    for line in difflib.unified_diff(before, after, path, path):
        yield line if line.endswith("\n") else line + _NO_END


def _colored(line: str) -> str:
    color = next((code for sign, code in _COLORS if line.startswith(sign)), "")
    shown = line.rstrip("\n")
    return f"\x1b[{color}m{shown}\x1b[0m\n" if color else line
