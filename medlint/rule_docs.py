"""A rule → its page: for `medlint explain` and for docs/rules.md."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import cast

import yaml

from medlint import config
from medlint.rule import CATEGORIES, Rule

_MARK = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)

_HEAD = """# The rules of medlint

Made from the rules themselves by `python -m medlint.rule_docs`; change the rules, not this page.
Bold words in an example are what is flagged.
"""


def page(rule: Rule, *, level: int = 1) -> str:
    """Return the page of one rule, as Markdown."""
    return "\n".join(_lines(rule, level))


def catalogue(rules: Sequence[Rule]) -> str:
    """Return the pages of all rules, by category, with a table of contents."""
    order = {category: number for number, category in enumerate(CATEGORIES)}
    ordered = sorted(rules, key=lambda rule: (order[rule.category], rule.id))
    parts = [_HEAD]
    for category, group in groupby(ordered, key=lambda rule: rule.category):
        members = tuple(group)
        parts.append(f"## {category}\n")
        parts += [f"- [{rule.id}](#{_anchor(rule.id)}): {rule.severity}" for rule in members]
        parts.append("")
        parts += [page(rule, level=3) for rule in members]
    return "\n".join(parts).replace("](docs/", "](")


def _lines(rule: Rule, level: int) -> Iterator[str]:
    yield f"{'#' * level} {rule.id}\n"
    yield f"{rule.severity}, needs {rule.needs}" + (f", label {rule.label}" if rule.label else "") + "\n"
    yield f"{rule.message.format_map(_Blank())}\n"
    if rule.id in _measured():
        right, wrong = _measured()[rule.id]
        yield f"**Measured.** {right} findings right, {wrong} wrong, on development texts and sober pages.\n"
    yield f"**Why.** {rule.why}\n"
    yield f"**What to do.** {rule.advice}\n"
    yield from _examples("Flagged", rule.bad)
    yield from _examples("Not flagged", rule.good)
    yield from _examples("Not found yet", rule.misses)
    yield from _examples("Flagged although it is sound", rule.false_alarms)
    if rule.options:
        yield "**Options**\n"
        yield from (
            f"- `{o.name.replace('_', '-')}` ({o.type.__name__}): {o.default}" for o in rule.options.values()
        )
        yield ""
    yield "**Sources**\n"
    for source in rule.cited:
        yield f"- [{source.title}]({source.url})" if source.url else f"- {source.title}"
    yield ""


@cache
def _measured() -> Mapping[str, Sequence[int]]:
    """Return rule → right and wrong findings, as `benchmarks/precision.py` counted them."""
    text = (config.folder() / "precision.yaml").read_text(encoding="utf-8")
    return cast("dict[str, list[int]]", yaml.safe_load(text))


class _Blank(dict[str, str]):
    """Shows the words of a message as an ellipsis."""

    def __missing__(self, key: str) -> str:
        return "…"


def _examples(title: str, examples: Sequence[str]) -> Iterator[str]:
    if not examples:
        return
    yield f"**{title}**\n"
    for example in examples:
        shown = _MARK.sub(r"**\1**", example).replace("|", "\\|")
        yield "- " + " ⏎ ".join(line for line in shown.splitlines() if line.strip())
    yield ""


def _anchor(id_: str) -> str:
    return id_.replace(".", "")


if __name__ == "__main__":
    import sys

    from medlint.checking import load_rules

    sys.stdout.write(catalogue(load_rules().rules))
