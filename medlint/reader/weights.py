"""The trained weights: one file, read once, checked, never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from medlint.errors import ToolError
from medlint.reader.features import BITS, SIZE, Classes

PATH = Path(__file__).parent / "weights.bin"

_MAGIC = b"medlint-reader-2\n"
KIND_SIZE = 1 << 16
"""Buckets of the heads that tell kinds apart: these are asked of few sentences, and coarser."""


@dataclass(frozen=True)
class Head:
    """One linear question about a sentence."""

    weights: memoryview  # of signed bytes; as many as a power of two
    scale: float  # what a byte of 1 is worth
    bias: float
    slope: float = 1.0  # of the calibration: probability = 1 / (1 + exp(-(slope * score + offset)))
    offset: float = 0.0


@dataclass(frozen=True)
class Weights:
    """All heads of the model and where they come from."""

    version: str
    corpus_sha256: str
    figures: Mapping[str, float]  # measured when it was trained
    categories: Mapping[str, Head]  # overclaim, statistic: is there such a claim?
    kinds: Mapping[str, Head]  # label → is it of this kind?
    classes: Classes = field(repr=False)  # as they were when it was trained

    @property
    def description(self) -> str:
        """What the report says of the model."""
        precision = self.figures["overclaim.precision_at_bar"]
        return (
            f"second reader {self.version}, trained on {self.figures['sentences']:,} sentences "
            f"(corpus {self.corpus_sha256[:12]}); "
            f"on writers it had not read {precision:.0%} of what it reports was right"
        )


@cache
def sha256(path: Path = PATH) -> str:
    """Return the hash of the weights, or nothing where there are none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


@cache
def load(path: Path = PATH) -> Weights:
    """Return the weights.

    Raises:
        ToolError: the file is missing or no weights of this version.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ToolError(
            f"the weights of the second reader are missing ({path.name}): install medlint again, "
            "train them with `make model`, or switch it off with second-reader: {enabled: false}"
        ) from error
    if not data.startswith(_MAGIC):
        raise ToolError(f"{path.name} holds no weights for this medlint; train them with `make model`")
    start = data.index(b"\n", len(_MAGIC)) + 1
    header = json.loads(data[len(_MAGIC) : start])
    if header["bits"] != BITS:
        raise ToolError(f"{path.name} holds weights of another size; train them with `make model`")
    view = memoryview(data)[start:].cast("b")
    heads, at = {}, 0
    for name in header["order"]:
        size = KIND_SIZE if "." in name else SIZE
        heads[name] = Head(view[at : at + size], **header["heads"][name])
        at += size
    return Weights(
        version=header["version"],
        corpus_sha256=header["corpus_sha256"],
        figures=header["figures"],
        categories={name: head for name, head in heads.items() if "." not in name},
        kinds={name: head for name, head in heads.items() if "." in name},
        classes={word: f"@{name}" for name, words in header["classes"].items() for word in words.split()},
    )


def pack(header: Mapping[str, object], arrays: list[bytes]) -> bytes:
    """Return the bytes of a weights file: the same for the same weights."""
    line = json.dumps(header, sort_keys=True, separators=(",", ":")).encode()
    return _MAGIC + line + b"\n" + b"".join(arrays)
