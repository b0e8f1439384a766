"""Where the shipped configuration lies, and what its files say."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from medlint import compiled


@cache
def folder() -> Path:
    """Return the folder of packs and lexicons: inside an installed package, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "config"
    return inside if inside.is_dir() else package.parent / "config"


def data(name: str) -> Any:
    """Return what a YAML file of the folder says, without parsing it again in every run."""
    content = (folder() / name).read_bytes()
    key = (compiled.digest_of(content),)
    kept = compiled.get("yaml", key)
    if kept is not None:
        return kept
    import yaml  # late: a run that finds everything kept does without

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load(content, Loader=loader)  # noqa: S506 - safe loaders
    compiled.put("yaml", key, loaded)
    return loaded


@cache
def digest() -> str:
    """Return a hash of all files of the folder: of all that a rule can be made of."""
    files = sorted((*folder().glob("*.yaml"), *folder().glob("words/*.yaml")))
    return compiled.digest_of(*(part for path in files for part in (path.name, path.read_bytes())))
