"""Where the jars can come from: a folder, a repository in Maven's layout, the user's own Maven."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from medlint.errors import ToolError
from medlint.languagetool.jars import Jar

Fetch = Callable[[Jar, Path], None]
"""Write a jar to a path, going on where a part of it stands there already; whoever asks checks it.

Raises `ToolError`, which names the jar and the reason.
"""

REPOSITORY_VARIABLE = "MEDLINT_MAVEN_REPOSITORY"
"""The environment variable that names a repository."""

_RELEASE_FOLDER_VARIABLE = "LTP_PATH"  # language-tool-python reads it when it downloads
_LONGEST_SILENCE = 60  # seconds
_PIECE = 1 << 16


def from_folder(folder: Path) -> Fetch:
    """Return what takes jars from a folder, at whatever depth: a local repository, `libs`, a heap of files.

    Raises:
        ToolError: it is no folder.
    """
    if not folder.is_dir():
        raise ToolError(f"{folder}: there is no such folder to take LanguageTool from")
    files = {path.name: path for path in sorted(folder.rglob("*.jar"), reverse=True)}

    def fetch(jar: Jar, target: Path) -> None:
        found = files.get(jar.name) or files.get(Path(jar.place).name)
        if found is None:
            raise ToolError(f"{folder}: there is no {jar.name}")
        try:
            shutil.copyfile(found, target)
        except OSError as error:
            raise ToolError(f"{found}: cannot be copied: {error.strerror}") from error

    return fetch


def from_repository(base: str) -> Fetch:
    """Return what fetches jars from the root of a repository; the environment's proxies are used.

    Raises:
        ToolError: the address is none.
    """
    import http.client  # late, as below: every check imports this module, and only `install` fetches
    import urllib.error

    if urllib.parse.urlsplit(base).scheme not in ("http", "https", "file"):
        raise ToolError(f"{base!r} is no address of a repository; it begins with https://, http:// or file:")

    def fetch(jar: Jar, target: Path) -> None:
        address = f"{base.rstrip('/')}/{jar.address}"
        try:
            _download(address, target, jar.size)
        except urllib.error.HTTPError as error:
            error.close()
            raise ToolError(f"{address}: {error.code} {error.reason}") from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            raise ToolError(f"{address}: {reason}; run the same again to go on from here") from error

    return fetch


def _download(address: str, target: Path, size: int) -> None:
    """Write what stands at an address to a file, behind what the file has of it."""
    import http
    import urllib.request

    have = target.stat().st_size if target.exists() else 0
    request = urllib.request.Request(address)  # noqa: S310 - the scheme was looked at
    if 0 < have < size and not address.startswith("file:"):
        request.add_header("Range", f"bytes={have}-")
    with urllib.request.urlopen(request, timeout=_LONGEST_SILENCE) as answer:  # noqa: S310 - as above
        goes_on = getattr(answer, "status", None) == http.HTTPStatus.PARTIAL_CONTENT
        with target.open("ab" if goes_on else "wb") as file:
            left = size + 1 - (have if goes_on else 0)  # one more than there should be is enough to tell
            while left > 0 and (piece := answer.read(min(_PIECE, left))):
                file.write(piece)
                left -= len(piece)


def maven() -> str | None:
    """Return the path of an installed Maven."""
    return shutil.which("mvn")


def from_maven(program: str, jars: Sequence[Jar], folder: Path) -> Fetch:
    """Let the user's Maven put jars into a folder, by its own settings; return what takes them from there.

    Raises:
        ToolError: Maven could not, with its last words.
    """
    project = folder / "pom.xml"
    project.write_text(_project(jars), encoding="utf-8")
    output = folder / "jars"
    command = [program, "--batch-mode", "--file", str(project)]
    command += ["dependency:copy-dependencies", f"-DoutputDirectory={output}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the user's own
    if done.returncode != 0:
        told = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
        raise ToolError(f"{program} could not fetch LanguageTool: {(told or ['it says no more'])[0]}")
    return from_folder(output)


def _project(jars: Sequence[Jar]) -> str:
    """Return a project of Maven that depends on these jars and on nothing that they would pull."""
    dependencies = "".join(
        f"<dependency><groupId>{jar.group}</groupId><artifactId>{jar.artifact}</artifactId>"
        f"<version>{jar.version}</version><exclusions><exclusion><groupId>*</groupId>"
        "<artifactId>*</artifactId></exclusion></exclusions></dependency>\n"
        for jar in jars
    )
    return (
        "<project><modelVersion>4.0.0</modelVersion><groupId>medlint</groupId>"
        "<artifactId>languagetool</artifactId><version>1</version><packaging>pom</packaging>\n"
        f"<dependencies>\n{dependencies}</dependencies></project>\n"
    )


def release(version: str, folder: Path) -> Path:
    """Let language-tool-python fetch the official release into a folder; return where it lies.

    It proves the release as a whole by a SHA-256 of its own.

    Raises:
        ToolError: it could not.
    """
    try:
        from language_tool_python.download_lt import LocalLanguageTool
    except ImportError as error:
        raise ToolError(
            "there is nothing to fetch LanguageTool with: name a folder (--from) or a repository "
            f"(--repository or {REPOSITORY_VARIABLE}), or install Maven or language-tool-python"
        ) from error
    before = os.environ.get(_RELEASE_FOLDER_VARIABLE)
    os.environ[_RELEASE_FOLDER_VARIABLE] = str(folder)
    try:
        tool = LocalLanguageTool.from_version_name(version)
        tool.download()
        return tool.get_directory_path()
    except (Exception, SystemExit) as error:  # it raises what it likes
        raise ToolError(f"language-tool-python could not fetch LanguageTool: {error}") from error
    finally:
        os.environ.pop(_RELEASE_FOLDER_VARIABLE)
        if before is not None:
            os.environ[_RELEASE_FOLDER_VARIABLE] = before
