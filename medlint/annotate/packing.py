"""Packs a package of Open XML: the same bytes for the same contents."""

from __future__ import annotations

import io
import zipfile
from typing import Any

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first date that a zip archive can tell


def packed(package: Any) -> bytes:
    """Return the bytes of a package, without the time of day that its library notes."""
    written, made = io.BytesIO(), io.BytesIO()
    package.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, _LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, source.read(name))
    return made.getvalue()
