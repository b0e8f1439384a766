"""View → one self-contained page: templates, with style and script inside, and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from medlint.reporters.characters import on_one_line
from medlint.reporters.html_report.view import View

_FOLDER = "templates/report"
_POLICY = (
    "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; "
    "base-uri 'none'; form-action 'none'"
)


def draw(view: View) -> str:
    """Return the page."""
    style, script = _part("report.css"), _part("report.js")
    return _environment().get_template("report.html.jinja").render(
        view=view,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        # Should a text ever break out of its place, a browser still runs and loads nothing but these.
        policy=Markup(_POLICY.format(style=_digest(style), script=_digest(script))),  # noqa: S704
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("medlint", _FOLDER),
        autoescape=True,
        finalize=_visible,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _visible(value: object) -> object:
    """Return text with the characters that would turn or hide what stands around them written out."""
    return on_one_line(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _part(name: str) -> str:
    return files("medlint").joinpath(_FOLDER, name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
