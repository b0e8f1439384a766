"""Processes by number: whether one is alive and still the one it was. Needs psutil, as our client does."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def started_at(pid: int) -> float | None:
    """Return when a living process started, in seconds; None where there is none."""
    psutil: Any = import_module("psutil")
    try:
        process = psutil.Process(pid)
        is_dead = process.status() == psutil.STATUS_ZOMBIE
        return None if is_dead else float(process.create_time())
    except psutil.Error:
        return None


def is_same(pid: int, started: float | None) -> bool:
    """Say whether the process of that number is still the one that started then: numbers are used again."""
    now = started_at(pid)
    return now is not None and started is not None and abs(now - started) < 1


def memory(pid: int) -> int:
    """Return how many bytes of memory a process holds; 0 where there is none."""
    psutil: Any = import_module("psutil")
    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0


def end(pid: int, wait: float = 10) -> None:
    """End a process, which may be gone already; hard where it does not end in time."""
    psutil: Any = import_module("psutil")
    try:
        process = psutil.Process(pid)
        process.terminate()
        try:
            process.wait(wait)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait(wait)
    except psutil.Error:
        return
