"""LanguageTool for one run: its server starts when the first unknown block comes, and ends with the run."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.util import find_spec
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from medlint.errors import ToolError
from medlint.languagetool import annotate, asking, endings, install, java, places, server, warm
from medlint.languagetool.annotate import Annotated
from medlint.languagetool.cache import Cache, key
from medlint.languagetool.hits import Hit
from medlint.model import Document

if TYPE_CHECKING:
    from medlint.languagetool.client import Client

Found = tuple[tuple[Annotated, tuple[Hit, ...]], ...]
"""Blocks and what stands in them, in reading order."""

Pending = Future[Found | None]
"""What LanguageTool will have found in a document; None where it could not be asked."""

T = TypeVar("T")

_AT_ONCE = 2  # requests; a third would wait for the other two
_AHEAD = 8  # documents that are asked about before our own rules come to them


class Session:
    """LanguageTool for one run, in a `with`; one try, and when it fails all others are spared.

    It starts its server in the thread that calls `submit`, which must live as long as the session.
    """

    def __init__(self) -> None:
        self.problem: str | None = None
        self.asked = 0  # documents
        self.missed = 0  # documents of these of which nothing came back
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="languagetool")
        self._cache: Cache | None = None
        self._server: server.Server | None = None
        self._port: int | None = None
        self._client: Client | None = None
        self._endings = endings.Endings(self._kill)
        try:
            self._java = available()
        except ToolError as error:
            self.problem = str(error)

    def __enter__(self) -> Session:
        """Take the signals that would end us without a word; `__exit__` gives them back."""
        self._endings.take()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the server, if it is ours, and whatever waits for it."""
        try:
            self._pool.shutdown(wait=False, cancel_futures=True)
            if self._server:
                self._server.close()
            if self._cache:
                self._cache.close()
        finally:
            self._endings.give_back()

    def _kill(self) -> None:
        """End the server without waiting, from within a signal."""
        if self._server:
            self._server.kill()

    def ahead(self, documents: Iterable[T]) -> Iterator[tuple[T, Pending | None]]:
        """Return documents, and what else is among them, with what LanguageTool will have found in each.

        Some are asked about before the first one is used: this call starts the server.
        """
        source = iter(documents)
        waiting: deque[tuple[T, Pending | None]] = deque()
        if self.problem is None:
            self._fill(waiting, source)
        return self._handed_out(waiting, source)

    def _handed_out(
        self, waiting: deque[tuple[T, Pending | None]], source: Iterator[T]
    ) -> Iterator[tuple[T, Pending | None]]:
        while waiting:
            yield waiting.popleft()
            self._fill(waiting, source)
        for item in source:
            yield item, self._submitted(item)

    def _fill(self, waiting: deque[tuple[T, Pending | None]], source: Iterator[T]) -> None:
        while len(waiting) < _AHEAD and (item := next(source, None)) is not None:
            waiting.append((item, self._submitted(item)))

    def _submitted(self, item: object) -> Pending | None:
        return self.submit(item) if isinstance(item, Document) else None

    def submit(self, document: Document) -> Pending:
        """Ask about a document; what is known of its blocks is not asked again."""
        done: Pending = Future()
        if self.problem is not None:
            done.set_result(None)
            return done
        if self._cache is None:
            self._cache = Cache(places.answers())
        blocks = annotate.blocks(document)
        keys = [key(block) for block in blocks]
        known = self._cache.get(keys)
        missing = {name: block for name, block in zip(keys, blocks, strict=True) if name not in known}
        if not missing:
            done.set_result(tuple((block, known[name]) for name, block in zip(keys, blocks, strict=True)))
            return done
        try:
            self._start()
        except ToolError as error:
            self._fail(error)
            done.set_result(None)
            return done
        return self._pool.submit(self._asked, blocks, keys, known, missing)

    def result(self, pending: Pending) -> Found | None:
        """Return what was found, when it is there; None where LanguageTool could not be asked."""
        found = pending.result()
        self.asked += 1
        self.missed += found is None
        return found

    @property
    def note(self) -> str | None:
        """What a reader must know of a LanguageTool that took no part, or not to the end."""
        if self.problem is None:
            return None
        if self.missed == self.asked:
            return f"LanguageTool takes no part: {self.problem}"
        return f"LanguageTool gave up after {self.asked - self.missed} of {self.asked} files: {self.problem}"

    def _start(self) -> None:
        """Have a server: the one that is kept, or else one of our own."""
        if self._port is not None:
            return
        folder = places.servers()
        server.end_orphans(folder)
        if kept := warm.usable(folder):
            self._port = kept.port
            return
        self._server = server.start(self._java, places.home(), folder)
        self._port = self._server.port

    def _asked(
        self,
        blocks: tuple[Annotated, ...],
        keys: list[str],
        known: Mapping[str, tuple[Hit, ...]],
        missing: Mapping[str, Annotated],
    ) -> Found | None:
        """Return what stands in the blocks: what is known, and what the server says of the missing ones."""
        said: list[tuple[Hit, ...]] = []
        try:
            client = self._ready()
            for heap in asking.requests(list(missing.values())):
                said += asking.asked(heap, client.ask)
        except ToolError as error:
            self._fail(error)
            return None
        new = dict(zip(missing, said, strict=True))
        if self._cache:
            self._cache.put(new)
        answers = {**known, **new}
        return tuple((block, answers[name]) for name, block in zip(keys, blocks, strict=True))

    def _ready(self) -> Client:
        """Return the client, once the server answers; whoever asks first waits, the others with him."""
        from medlint.languagetool.client import Client  # late: its imports are needed by now, not before

        with self._lock:
            if self.problem is not None:
                raise ToolError(self.problem)
            if self._client is None and self._port is not None:
                try:
                    if self._server:
                        self._server.wait_until_ready()
                    self._client = Client(self._port)
                except ToolError as error:
                    self.problem = str(error)
                    raise
            if self._client is None:
                raise ToolError("its server was not started")
            return self._client

    def _fail(self, error: ToolError) -> None:
        """Note why LanguageTool takes no part from here on."""
        with self._lock:
            self.problem = self.problem or str(error)


def available() -> java.Java:
    """Return the Java that is to run LanguageTool.

    Raises:
        ToolError: something is missing, and what to do.
    """
    if find_spec("language_tool_python") is None:
        raise ToolError("language-tool-python is not installed; `pip install medlint[languagetool]` adds it")
    if not install.is_installed(places.home()):
        raise ToolError("it is not installed; `medlint languagetool install` fetches it")
    return java.find()
