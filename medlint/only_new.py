"""Which findings a run shows: all, or only what a baseline and an older version of the pages had not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from medlint import baseline, baseline_file, diffing, history
from medlint.baseline_file import Baseline
from medlint.checking import Checker, check_documents
from medlint.model import Document, Failure, Report
from medlint.settings import Settings

Check = Callable[[Iterable[Document | Failure]], Report]


def shown(
    report: Report, settings: Settings, given: Mapping[str, Any], checker: Checker
) -> tuple[Report, tuple[str, ...]]:
    """Return the report with findings apart that were there already, and what there is to say of it.

    Args:
        report: With all findings.
        settings: For the baseline.
        given: The options `diff`, `diff_file` and `baseline` of the command line.
        checker: Checks older pages.

    Raises:
        UsageError: what to compare with cannot be had.
    """

    def check(documents: Iterable[Document | Failure]) -> Report:
        return check_documents(checker, documents)

    report = since(report, given["diff"], given["diff_file"], check)
    report, note = beyond(report, baseline_path(settings, given["baseline"]))
    return report, (note,) if note else ()


def since(report: Report, reference: str | None, patch: Path | None, check: Check) -> Report:
    """Return the report with findings apart that were there before a commit or a patch.

    Raises:
        UsageError: git is missing or does not know the commit, or the patch does not fit.
    """
    if reference is not None:
        report = diffing.apply(report, history.since(reference, Path.cwd()), check)
    if patch is not None:
        report = diffing.apply(report, history.from_patch(patch, Path.cwd()), check)
    return report


def beyond(report: Report, path: Path | None) -> tuple[Report, str]:
    """Return the report with the findings of a baseline apart, and what there is to say of the baseline.

    Raises:
        UsageError: the baseline cannot be read.
    """
    if path is None:
        return report, ""
    applied = baseline.apply(report, baseline_file.read(path), baseline.is_file_beside(path))
    stale = baseline.told(applied.stale)
    return applied.report, f"{path}: {stale}" if stale else ""


def baseline_path(settings: Settings, given: Path | None) -> Path | None:
    """Return the file of the baseline: as asked for, else as the settings say, from their folder."""
    if given is not None:
        return given
    named = settings.values.baseline
    if named is None:
        return None
    path = settings.folder / named
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def baseline_in(path: Path) -> Baseline:
    """Return the baseline in a file, or an empty one where there is none yet."""
    return baseline_file.read(path) if path.exists() else Baseline(path.absolute().parent)
