"""A template of the user's own (Jinja2): it sees the data of the format `json`, and nothing else."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from medlint.errors import UsageError
from medlint.model import Report
from medlint.reporters import RenderOptions
from medlint.reporters.json import data

if TYPE_CHECKING:
    from jinja2 import TemplateError
    from jinja2.sandbox import SandboxedEnvironment


def render(report: Report, options: RenderOptions) -> str:
    """Return what the template makes of the report.

    Raises:
        UsageError: the template is missing or wrong, or does what a sandbox forbids.
    """
    from jinja2 import TemplateError

    path = options.template
    if path is None:
        raise UsageError("--format template: name a file, as in template:report.md.j2")
    try:
        return _environment(path).get_template(path.name).render(data(report, options))
    except TemplateError as error:
        raise UsageError(f"{_place(error, path)}: {_problem(error)}") from error
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise UsageError(f"{_place(error, path)}: {error}") from error


def _environment(path: Path) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined, select_autoescape
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(path.parent),  # it may include its neighbours, and no file above them
        undefined=StrictUndefined,  # a misspelt name is an error and no empty place in a report
        autoescape=select_autoescape(("html", "htm", "xml", "html.j2", "htm.j2", "xml.j2")),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _place(error: Exception, path: Path) -> str:
    """Return the file and line of a template at which an error happened."""
    line = getattr(error, "lineno", None)
    if line is not None:
        return f"{getattr(error, 'filename', None) or path}:{line}"
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if Path(frame.filename).parent == path.parent]
    return f"{inside[-1].filename}:{inside[-1].lineno}" if inside else str(path)


def _problem(error: TemplateError) -> str:
    from jinja2 import TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    return error.message or type(error).__name__
