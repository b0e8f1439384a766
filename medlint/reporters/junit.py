"""JUnit's XML: a suite for each document, a case for each finding; what fails the run is a failure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from medlint.gate import Gate, gate
from medlint.model import CheckedDocument, Finding, Report
from medlint.reporters import RenderOptions, xml
from medlint.reporters.characters import on_one_line
from medlint.reporters.listing import FAILURE, advice, documents, shown, spot, unchecked
from medlint.reporters.where import where


def render(report: Report, options: RenderOptions) -> str:
    """Return the suites. A finding below the gate is a case that passes and says what it found."""
    door = gate(options.fail_on)
    suites = [_suite(document, options, door) for document in documents(report)]
    suites += [_broken(path, [m for _, m in same]) for path, same in groupby(unchecked(report), key=_path)]
    totals = {name: sum(suite[0][name] for suite in suites) for name in ("tests", "failures", "errors")}
    lines = [xml.HEAD, xml.opened("testsuites", {"name": report.tool.name, **totals})]
    for numbers, name, body in suites:
        lines += [xml.opened("testsuite", {"name": name, **numbers, "skipped": 0}, 2), *body]
        lines.append(xml.closed("testsuite", 2))
    return "".join([*lines, xml.closed("testsuites")])


Suite = tuple[dict[str, int], str, list[str]]
"""How many cases, failures and errors; the name; the lines."""


def _path(unchecked: tuple[str, str]) -> str:
    return unchecked[0]


def _suite(document: CheckedDocument, options: RenderOptions, door: Gate) -> Suite:
    findings = shown(document, options)
    failures = sum(map(door.fails, findings))
    numbers = {"tests": len(findings) or 1, "failures": failures, "errors": 0}
    lines = [line for finding in findings for line in _case(document.path, finding, door)]
    clean = xml.empty("testcase", {"classname": document.path, "name": "no trigger found"}, 4)
    return numbers, document.path, lines or [clean]


def _case(path: str, finding: Finding, door: Gate) -> Iterator[str]:
    at = spot(finding)
    name = f"{finding.rule} ({where(finding.position)})"
    yield xml.opened("testcase", {"classname": path, "name": name, "file": path, "line": at.line}, 4)
    if door.fails(finding):
        values = {"type": finding.rule, "message": on_one_line(finding.message)}
        yield xml.holding("failure", values, _details(path, finding), 6)
    else:
        yield xml.holding("system-out", {}, _details(path, finding), 6)
    yield xml.closed("testcase", 4)


def _details(path: str, finding: Finding) -> str:
    at = spot(finding)
    lines = [
        f"{path}:{at.line}:{at.column}: {finding.severity}: {finding.message}",
        finding.sentence,
        advice(finding),
    ]
    lines += [" ".join(dict.fromkeys((source.title, source.url))) for source in finding.sources]
    return "\n".join(on_one_line(line) for line in lines if line)


def _broken(path: str, messages: Sequence[str]) -> Suite:
    name = path or "medlint"
    lines: list[str] = []
    for message in messages:
        lines.append(xml.opened("testcase", {"classname": name, "name": "can be checked"}, 4))
        lines.append(xml.empty("error", {"type": FAILURE, "message": message}, 6))
        lines.append(xml.closed("testcase", 4))
    return {"tests": len(messages), "failures": 0, "errors": len(messages)}, name, lines
