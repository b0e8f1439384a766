"""Words of a page inside Markdown that a host shows: they stay words, whatever they are made of."""

from __future__ import annotations

import re

from medlint.reporters.characters import on_one_line

# All that Markdown, its tables and its formulas could start with inside a line.
_SPECIAL = re.compile(r"([\\`*_\[\]|~$])")
_SPACE = "\u200b"  # without width: parts what a host would make a link or call a person with
_CALLS = re.compile(
    r"(?<=@)(?=\S)|(?<=#)(?=\d)|(?<=GH)(?=-\d)|(?<=[!%&])(?=\d)|(?<=www)(?=\.)|(?<=:)(?=//)", re.IGNORECASE
)
_LONGEST = 400  # characters of one text


def escaped(text: str) -> str:
    """Return the text as Markdown inside a line: no markup, HTML, link, mention or reference comes of it."""
    parted = _CALLS.sub(_SPACE, on_one_line(shortened(text)))
    plain = parted.replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", plain).strip()


def code(text: str) -> str:
    """Return the text as a code span; in one, hosts make no mention or reference of anything."""
    shown = on_one_line(shortened(text)).strip()
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if shown.startswith("`") or shown.endswith("`") or not shown else ""
    return f"{fence}{space}{shown}{space}{fence}"


def linked(text: str, url: str) -> str:
    """Return a link; the address is one of ours or of a rule, and still cannot end early."""
    target = re.sub(r"[\s<>()\\]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url)
    return f"[{escaped(text)}]({target})" if target.startswith("https://") else escaped(text)


def shortened(text: str) -> str:
    """Return the text, or its beginning where it is long."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
