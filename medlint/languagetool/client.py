"""One question to a server of ours, through language-tool-python: annotated text in, matches out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

import language_tool_python

from medlint.errors import ToolError
from medlint.languagetool import curated, jars
from medlint.languagetool.hits import Annotation, Answer

LONGEST_ANSWER = 60.0
"""Seconds that one request may take; a request is bounded, and a hung server must not hang us."""

_MOST_SUGGESTIONS = 3


class Client(language_tool_python.LanguageTool):
    """language-tool-python, asking one server of ours, once, without proxies."""

    def __init__(self, port: int) -> None:
        self._TIMEOUT = LONGEST_ANSWER  # type: ignore[assignment]  # theirs is five minutes
        # An empty address keeps the proxies of the environment out.
        proxies = {"http": "", "https": ""}
        try:
            super().__init__("en", remote_server=f"http://127.0.0.1:{port}", proxies=proxies)
        except Exception as error:  # what does not look like a server of languages raises anything
            raise ToolError(f"its server does not answer as LanguageTool does: {_short(error)}") from error

    def ask(self, annotation: Annotation) -> tuple[Answer, ...]:
        """Return what LanguageTool finds, in its order.

        Raises:
            ToolError: it does not answer, or not as the LanguageTool that we know.
        """
        data = {**curated.parameters(), "data": json.dumps({"annotation": list(annotation)})}
        try:
            answer = self._query_server(urljoin(self._url, "check"), data, num_tries=1, method="post")
        except (language_tool_python.exceptions.LanguageToolError, ValueError) as error:
            raise ToolError(f"its server does not answer: {_short(error)}") from error
        return _read(answer)


def _read(answer: Any) -> tuple[Answer, ...]:
    try:
        version = answer["software"]["version"]
        if version != jars.VERSION:
            raise ToolError(f"its server is LanguageTool {version}, not {jars.VERSION}")
        return tuple(_match(match) for match in answer["matches"])
    except (KeyError, TypeError, ValueError) as error:
        raise ToolError("its server answers something that is no answer of LanguageTool") from error


def _match(match: Mapping[str, Any]) -> Answer:
    start = int(match["offset"])
    return Answer(
        rule=str(match["rule"]["id"]),
        category=str(match["rule"]["category"]["id"]),
        start=start,
        end=start + int(match["length"]),
        message=str(match["message"]),
        suggestions=tuple(str(each["value"]) for each in match["replacements"][:_MOST_SUGGESTIONS]),
    )


def _short(error: Exception) -> str:
    """Return what an error says, on one line that can be read."""
    return " ".join(str(error).split())[:200] or type(error).__name__
