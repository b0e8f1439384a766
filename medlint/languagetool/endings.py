"""Signals that end this process at once: while a server of ours runs, it is ended first."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

_NAMES = ("SIGTERM", "SIGHUP")  # SIGINT is a KeyboardInterrupt already


class Endings:
    """Handlers that do one thing first and then let the signal have its meaning; and those that stood before.

    An exception would be more orderly, but libraries that are interrupted at their work may swallow it.
    """

    def __init__(self, first: Callable[[], None]) -> None:
        self._first = first
        self._before: dict[int, Any] = {}

    def take(self) -> None:
        """Listen to the signals, where nobody else does and we may."""
        if threading.current_thread() is not threading.main_thread():
            return
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                self._before[number] = signal.signal(number, self._end)

    def give_back(self) -> None:
        """Put the handlers back that stood before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before.clear()

    def _end(self, number: int, _: FrameType | None) -> None:
        try:
            self._first()
        finally:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
