"""The trained weights: one file, read once, never changed; a row of bytes for each feature."""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from medlint.errors import ToolError
from medlint.part_of_speech.features import key
from medlint.part_of_speech.tags import TAGS

PATH = Path(__file__).parent / "weights.bin"
_MAGIC = b"medlint-tagger-1\n"
_HEAD = struct.Struct("<IIf")
WIDTH = 2 * len(TAGS)
"""Bytes of a row of scores: two for each tag, so that sums of rows never run over."""


@dataclass(frozen=True, eq=False)
class Weights:
    """What each feature says for and against each tag."""

    keys: array[int]  # sorted
    rows: memoryview  # of bytes; 128 is nothing
    scale: float  # what a byte is worth, as a difference of log odds

    def score(self, feature: str) -> int:
        """Return the row of a feature as one number, two bytes a tag; rows are added as numbers are."""
        wanted = key(feature)
        place = bisect_left(self.keys, wanted)
        if place == len(self.keys) or self.keys[place] != wanted:
            return NOTHING
        row = bytearray(WIDTH)
        row[::2] = self.rows[place * len(TAGS) : (place + 1) * len(TAGS)]
        return int.from_bytes(row, "little")


NOTHING = int.from_bytes(b"\x80\x00" * len(TAGS), "little")
"""The row of a feature that nothing is known of."""


@cache
def load(path: Path = PATH) -> Weights:
    """Return the weights.

    Raises:
        ToolError: the file is not there, or is not what the training writes.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ToolError(f"{path}: the tagger's weights cannot be read: {error.strerror}") from error
    start = len(_MAGIC) + _HEAD.size
    number, tags, scale = _HEAD.unpack_from(data.ljust(start), len(_MAGIC))
    if not data.startswith(_MAGIC) or tags != len(TAGS) or len(data) != start + number * (4 + tags):
        raise ToolError(f"{path}: these are not the tagger's weights; run models/grammar/train_tagger.py")
    keys = array("I", data[start : start + 4 * number])
    if sys.byteorder == "big":
        keys.byteswap()
    return Weights(keys, memoryview(data)[start + 4 * number :], scale)
