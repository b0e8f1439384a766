"""Where a report goes: `--format NAME[:FILE]` read, and each output written whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from medlint import annotate, whole
from medlint.annotate import ANNOTATORS
from medlint.errors import UsageError
from medlint.gate import gate
from medlint.model import Report
from medlint.reporters import REPORTERS, RenderOptions
from medlint.rule import Rule
from medlint.settings import Settings
from medlint.words import nearest

if TYPE_CHECKING:
    from medlint.reporters.html_report.dossier import Dossier

TEMPLATE = "template"
_WIDTH = 100  # columns where there is no terminal

# A colon parts two files, unless it stands behind the letter of a drive.
_PARTS = re.compile(r"(?<!^[A-Za-z]):|(?<=^[A-Za-z]):(?![\\/])")

Options = Callable[[bool], RenderOptions]
"""Says how to show a report, told whether it goes to a file."""


@dataclass(frozen=True)
class Output:
    """One form of the report, and the file it goes to."""

    format: str
    target: Path | None = None  # None: standard output
    template: Path | None = None


def parse(texts: Sequence[str]) -> tuple[Output, ...]:
    """Return what `--format NAME[:FILE]`, or `template:TEMPLATE[:FILE]`, asks for.

    Raises:
        UsageError: a format is not known, or two outputs have one place.
    """
    outputs = tuple(map(_output, texts))
    to_screen = [output.format for output in outputs if output.target is None]
    if len(to_screen) > 1:
        first, second, *_ = to_screen
        raise UsageError(
            f"--format: {first} and {second} would both be printed; write one to a file, as in {second}:FILE"
        )
    targets = [output.target.resolve() for output in outputs if output.target]
    for output in outputs:
        if output.target and targets.count(output.target.resolve()) > 1:
            raise UsageError(f"--format: two outputs go to {output.target}; give each a file of its own")
    return outputs


def _output(text: str) -> Output:
    name, _, rest = text.partition(":")
    formats = (*REPORTERS, *ANNOTATORS)
    if name not in formats:
        known = ", ".join(formats)
        raise UsageError(f"--format: there is no format {name!r}{nearest(name, formats)}; there are {known}")
    if name in ANNOTATORS and not rest:
        raise UsageError(f"--format {name}: name the copy to write, as in {name}:reviewed{ANNOTATORS[name]}")
    if name != TEMPLATE:
        return Output(name, Path(rest) if rest else None)
    template, *target = _PARTS.split(rest, maxsplit=1)
    if not template:
        raise UsageError("--format template: name a file, as in template:report.md.j2")
    if not Path(template).is_file():
        raise UsageError(f"--format template: there is no file {template}")
    return Output(name, Path(target[0]) if target and target[0] else None, Path(template))


def options(
    settings: Settings,
    given: Mapping[str, Any],
    rules: tuple[Rule, ...],
    dossier: Dossier | None = None,
    *,
    may_be_empty: bool,
) -> Options:
    """Return how to show a report on the screen and in a file.

    Args:
        settings: For the gate.
        given: The options `color`, `statistics`, `quiet` and `severity` of the command line.
        rules: All rules, for formats that explain them.
        dossier: For the report that shows pages.
        may_be_empty: Whether it is no fault that there is nothing to check.
    """
    shown = RenderOptions(
        color=given["color"] == "always",
        width=_WIDTH,
        fail_on=gate(settings.values.fail_on),
        statistics=given["statistics"],
        quiet=given["quiet"],
        show=given["severity"],
        may_be_empty=may_be_empty,
        rules=rules,
        dossier=dossier,
    )
    has_color = shown.color or (given["color"] == "auto" and "NO_COLOR" not in os.environ)

    def chosen(to_file: bool) -> RenderOptions:  # noqa: FBT001
        if to_file or not sys.stdout.isatty():
            return shown
        return replace(shown, color=has_color, width=shutil.get_terminal_size((_WIDTH, 24)).columns)

    return chosen


def write(
    outputs: Sequence[Output],
    report: Report,
    options: Options,
    show: Callable[[str], None],
    environment: Mapping[str, str] = os.environ,
    *,
    suggest_changes: bool = False,
) -> None:
    """Render every output, then write them: a format that fails leaves no file behind.

    Args:
        outputs: What is asked for.
        report: What is rendered.
        options: How it is shown.
        show: Prints what goes to standard output.
        environment: Tells whether GitHub wants a summary of the step.
        suggest_changes: Whether safe suggestions become tracked changes in an annotated copy.

    Raises:
        UsageError: a file cannot be written, or a template is wrong.
        DocumentError: an annotated copy cannot be made.
    """
    rendered = []
    for output in outputs:
        if output.format in ANNOTATORS:
            continue
        chosen = replace(options(output.target is not None), template=output.template)
        rendered.append((output, REPORTERS[output.format](report, chosen)))
    for output, text in rendered:
        if output.target is None:
            show(text)
        else:
            put(output.target, text)
        if output.format == "github":
            _summarise(report, options(True), environment)  # noqa: FBT003
    for output in outputs:
        if output.format in ANNOTATORS and output.target:
            lowest = options(True).show  # noqa: FBT003
            annotate.write(output.format, report, output.target, show=lowest, suggest_changes=suggest_changes)


def _summarise(report: Report, options: RenderOptions, environment: Mapping[str, str]) -> None:
    """Append the summary of a step to the file that GitHub names for it."""
    from medlint.reporters import github

    if not (path := environment.get(github.SUMMARY_VARIABLE)):
        return
    try:
        with Path(path).open("ab") as file:
            file.write(github.summary(report, options).encode("utf-8", "backslashreplace") + b"\n")
    except OSError as error:
        raise UsageError(f"{path}: the summary cannot be written: {error.strerror}") from error


def put(target: Path, text: str) -> None:
    """Write a file whole or not at all; the same bytes on every system.

    Raises:
        UsageError: it cannot be written.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a device or a pipe cannot be replaced
        else:
            whole.replace(target, data)
    except OSError as error:
        raise UsageError(f"{target}: cannot be written: {error.strerror}") from error
