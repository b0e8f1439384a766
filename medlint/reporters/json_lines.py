"""One JSON object a line, for programs that read as they go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from medlint.model import Report
from medlint.reporters import RenderOptions
from medlint.reporters.json import SCHEMA_VERSION, Value, dumped, finding_data
from medlint.reporters.summary import by_severity, place, reaches


def render(report: Report, options: RenderOptions) -> str:
    """Return the report, each line with its `type`; the fields are those of the format `json`."""
    return "".join(dumped(line) + "\n" for line in _lines(report, options))


def _lines(report: Report, options: RenderOptions) -> Iterator[Mapping[str, Value]]:
    tool = report.tool
    yield {
        "type": "run",
        "schema_version": SCHEMA_VERSION,
        "tool": tool.name,
        "version": tool.version,
        "as_of": tool.as_of,
    }
    for document in sorted(report.documents, key=lambda each: each.path):
        for finding in sorted(document.findings, key=place):
            if reaches(finding.severity, options.show):
                yield {"type": "finding", "path": document.path, **finding_data(finding)}
    for failure in sorted(report.failures, key=lambda each: (each.path, each.what, each.message)):
        yield {
            "type": "failure",
            "path": failure.path,
            "what": failure.what,
            "message": failure.message,
        }
    for note in report.not_checked:
        yield {"type": "not-checked", "path": "", "what": note}
    for document in sorted(report.documents, key=lambda each: each.path):
        for note in document.not_checked:
            yield {"type": "not-checked", "path": document.path, "what": note}
    shown = [finding for finding in report.findings if reaches(finding.severity, options.show)]
    yield {"type": "summary", "documents": len(report.documents), **by_severity(shown)}
