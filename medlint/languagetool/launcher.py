"""Becomes the program it is told to, after asking Linux to end it when its parent ends, however that ends.

Run as a script: `launcher.py PARENT PROGRAM ARGUMENT…`. It imports nothing of medlint, to start at once.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # from linux/prctl.h


def main(arguments: list[str]) -> None:
    """Turn this process into the program."""
    parent, *command = arguments
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != int(parent):
        sys.exit("the process that wanted this one is gone")  # it ended before we could be told
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    main(sys.argv[1:])
