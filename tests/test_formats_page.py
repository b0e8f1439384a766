"""docs/formats.md shows what medlint prints: each example is made anew and compared."""

import re
import shlex
from pathlib import Path

import pytest

from medlint.reporters import REPORTERS
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^<!-- medlint (check [^\n]+) -->\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(autouse=True)
def _visit(medlint):
    """Put the page and the template of docs/formats.md into the empty folder."""
    assert medlint
    Path("medlint.yaml").write_text(
        "grammar: {engine: builtin}\n"
        "select: [overclaim.completely-safe, overclaim.miracle, grammar.repeated-word]\n",
        encoding="utf-8",
    )
    for name, language in (("visit.md", "md"), ("report.md.j2", "jinja")):
        text = re.search(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        assert text
        Path(name).write_text(text[1], encoding="utf-8")


@pytest.mark.parametrize(("command", "shown"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_is_what_medlint_prints(medlint, command, shown):
    done = medlint(*shlex.split(command), "--as-of", "2026-11-24", "--color", "never")
    printed = done.out.replace("\r\n", "\n")
    parts = re.split(r"^…\n", shown, flags=re.MULTILINE)
    place = 0
    for part in parts:
        found = printed.find(part, place)
        assert found >= 0, f"not printed:\n{part}\nbut:\n{printed[:6000]}"
        place = found + len(part)

    assert printed.startswith(parts[0])
    assert printed.endswith(parts[-1])


def test_every_format_has_an_example():
    shown = {re.search(r"--format ([\w-]+)", command)[1] for command, _ in EXAMPLES}

    assert shown == set(REPORTERS) - {"html"}
