"""What we tell people is true: examples load, commands exist, links lead somewhere, figures are today's."""

from __future__ import annotations

import contextlib
import re
import shlex
from collections import Counter
from pathlib import Path

import click
import pytest
import yaml

from medlint import pack, rule_docs, settings
from medlint.checking import checker, load_rules
from medlint.cli import cli
from medlint.examples import broken
from medlint.settings_shape import Values
from tests.conftest import ROOT

PAGES = [path for path in (*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/*.md"))) if path.is_file()]
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]
SETTINGS_KEYS = {field.alias for field in Values.model_fields.values()}

# Words of a verdict stand only where we say that we give none: by file, the sentences.
DENIALS = {
    "README.md": ["A page without findings is not thereby compliant, approved or safe to publish:"],
    "CONTRIBUTING.md": ["We never say that a text is compliant, approved or safe to publish:"],
    "docs/guide.md": ["never that a text is compliant or safe to publish."],
    "docs/index.md": ["A page without findings is not thereby compliant, approved or safe to publish."],
    "docs/for-reviewers.md": ["It never means compliant, approved or safe."],
    "docs/limits-and-privacy.md": ["never that a text is compliant or safe to publish."],
}
VERDICT = re.compile(r"\bcompliant\b|\bsafe to publish\b", re.IGNORECASE)

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^()\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def fences(language: str) -> list[pytest.ParameterSet]:
    """Return the blocks of one language on all pages, by page and number."""
    found = []
    for name, path in zip(NAMES, PAGES, strict=True):
        blocks = [match[2] for match in _FENCE.finditer(text_of(path)) if match[1] == language]
        found += [pytest.param(block, id=f"{name}-{number}") for number, block in enumerate(blocks, 1)]
    return found


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose(path: Path) -> str:
    return " ".join(text_of(path).split())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that holds the README's pack as house.yaml, and work in it."""
    (tmp_path / "house.yaml").write_text(readme_pack(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def readme_pack() -> str:
    blocks = (match[2] for match in _FENCE.finditer(text_of(ROOT / "README.md")) if match[1] == "yaml")
    return next(block for block in blocks if "\nrules:" in block)


# A part of a rule, as it is shown in writing-rules.md, needs the rest of one to be loaded.
_REST_OF_A_RULE = """\
pack: shown
rules:
  - id: overclaim.shown
    label: null
    severity: note
    needs: wording
    message: "“{text}” is shown."
    advice: None.
    why: It is an example.
    sources: ["https://example.org/"]
    bad: ["[[One]]", "[[Two]]"]
    good: [Three, Four]
"""


@pytest.mark.parametrize("block", fences("yaml"))
def test_yaml_example_loads(block, folder):
    keys = set(yaml.safe_load(block))
    if "rules" in keys:
        path = folder / "shown.yaml"
        path.write_text(block, encoding="utf-8")

        assert [problem for rule in pack.load(path).rules for problem in broken(rule)] == []
        load_rules([path])  # no shipped rule has its id
    elif keys == {"match"}:
        path = folder / "shown.yaml"
        path.write_text(_REST_OF_A_RULE + indented(block), encoding="utf-8")

        assert pack.load(path).rules
    elif keys == {"repos"}:
        hooks = [hook for repo in yaml.safe_load(block)["repos"] for hook in repo["hooks"]]

        assert [parse(words) for hook in hooks for words in medlint_commands(hook["entry"])]
    else:
        path = folder / "medlint.yaml"
        path.write_text(block, encoding="utf-8")

        assert keys <= SETTINGS_KEYS
        checker(settings.read(path), "2026-11-24")  # its rules and options exist


def indented(block: str) -> str:
    return "".join(f"    {line}\n" for line in block.splitlines())


@pytest.mark.parametrize("block", [*fences("markdown"), *fences("text")])
def test_allowance_example_allows_what_it_shows(block, medlint):
    if "medlint: allow" not in block:
        return
    suffix = ".md" if "<!--" in block else ".txt"
    Path(f"page{suffix}").write_text(block, encoding="utf-8")

    # An allowance that nothing needs would be a finding too.
    assert medlint("check", f"page{suffix}", "--format", "concise").out.startswith("No trigger found")


def test_commented_settings_that_init_writes_name_rules_that_exist(folder):
    """Take the "#" away, as the file says, and it still has to be right."""
    text = re.sub(r"^#(?! \S)", "", settings.default_text(), flags=re.MULTILINE)
    (folder / "shared-settings.yaml").write_text("fail-on: error\n", encoding="utf-8")
    path = folder / "medlint.yaml"
    path.write_text(text, encoding="utf-8")

    checker(settings.read(path), "2026-11-24")


@pytest.mark.parametrize("block", fences("sh"))
def test_commands_and_options_exist(block):
    for line in block.splitlines():
        for words in medlint_commands(line):
            parse(words)
        for target in re.findall(r"^make (\w+)", line):
            assert f"\n{target}:" in text_of(ROOT / "Makefile")


@pytest.mark.parametrize("name", NAMES)
def test_commands_and_options_in_running_text_exist(name):
    text = re.sub(r"^```.*?^```$", "", text_of(ROOT / name), flags=re.MULTILINE | re.DOTALL)
    for code in re.findall(r"`(medlint [a-z-][^`\n]*)`", text):
        for words in medlint_commands(code):
            # `medlint explain` names the command without telling of what.
            with contextlib.suppress(click.MissingParameter):
                parse(words)


def medlint_commands(line: str) -> list[list[str]]:
    """Return the arguments of each call of medlint in a line of shell."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars="|;&<>")
    lexer.whitespace_split = True
    calls: list[list[str]] = []
    words: list[str] | None = None
    for word in lexer:
        if re.fullmatch(r"[|;&<>]+", word):
            words = None
        elif words is not None:
            words.append(word)
        elif Path(word).name == "medlint":
            words = []
            calls.append(words)
    return calls


def parse(words: list[str]) -> bool:
    """Let click read the words; an unknown command or option is an error."""
    command: click.Command = cli
    words = list(words)
    if words and words[0] not in cli.commands:
        words.insert(0, "check")  # `medlint PATH…`
    while isinstance(command, click.Group):
        name = words.pop(0)

        assert name in command.commands, f"there is no command {name!r}"
        command = command.commands[name]
    command.make_context(command.name, words)
    return True


def test_calls_are_found_in_a_line_of_shell():
    line = "git diff -- '*.md' | xargs -0 medlint check -q && .venv/bin/medlint rules > a.txt; x  # medlint y"

    assert medlint_commands(line) == [["check", "-q"], ["rules"]]


def test_mistaken_command_would_be_noticed():
    with pytest.raises(click.UsageError):
        parse(["check", "page.md", "--formt", "json"])
    with pytest.raises(AssertionError, match="no command 'chek'"):
        parse(["config", "chek"])


@pytest.mark.parametrize("name", NAMES)
def test_links_inside_the_project_lead_somewhere(name):
    here = ROOT / name
    lost = []
    for target in _LINK.findall(_CODE.sub("", text_of(here))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, heading = target.partition("#")
        page = here.parent / path if path else here
        if not page.exists() or (heading and heading not in headings(page)):
            lost.append(target)

    assert lost == []


def headings(path: Path) -> set[str]:
    """Return the names under which GitHub and others let a link lead to a heading."""
    text = re.sub(r"^```.*?^```$", "", text_of(path), flags=re.MULTILINE | re.DOTALL)
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_guide_names_every_option_of_check():
    guide = text_of(ROOT / "docs" / "guide.md")
    names = [name for parameter in cli.commands["check"].params for name in parameter.opts]
    options = [name for name in names if name.startswith("-")]

    assert [name for name in options if f"`{name}" not in guide and f" {name}`" not in guide] == []


def test_guide_names_every_setting():
    guide = text_of(ROOT / "docs" / "guide.md")

    assert [key for key in sorted(SETTINGS_KEYS) if f"`{key}`" not in guide] == []


def test_rules_page_is_fresh():
    page = ROOT / "docs" / "rules.md"

    assert page.is_file(), "docs/rules.md is missing: run `make docs`"
    is_fresh = text_of(page) == rule_docs.catalogue(load_rules().rules)  # a diff would fill the memory
    assert is_fresh, "docs/rules.md is old: run `make docs`"


def test_readme_counts_the_rules():
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d+) \|", text_of(ROOT / "README.md"), re.MULTILINE)

    assert {name: int(number) for name, number in rows} == Counter(r.category for r in load_rules().rules)


def test_report_in_the_readme_is_what_medlint_prints(medlint, monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = medlint("check", "samples/clinic-page.md", "--color", "never").out
    shown = next(match[2] for match in _FENCE.finditer(text_of(ROOT / "README.md")) if match[1] == "text")
    parts = [part.strip("\n") for part in re.split(r"^…$", shown, flags=re.MULTILINE)]

    assert len(parts) == 2
    assert printed.startswith(parts[0] + "\n"), f"it begins with:\n{printed[:1800]}"
    assert printed.endswith(parts[1] + "\n"), f"it ends with:\n{printed[-400:]}"


@pytest.mark.parametrize("name", NAMES)
def test_verdict_is_only_ever_denied(name):
    text = prose(ROOT / name)
    for sentence in DENIALS.get(name, ()):
        assert sentence in text
        text = text.replace(sentence, "")

    assert VERDICT.findall(text) == []
