"""`medlint languagetool …`: fetch it, look at it, keep a server between runs, take it away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from medlint.languagetool.install import Progress
    from medlint.languagetool.jars import Jar

_REPOSITORY = "MEDLINT_MAVEN_REPOSITORY"


@click.group()
def languagetool() -> None:
    """Have LanguageTool check grammar too.

    It is fetched when you ask for it here, never during a check, and runs on this machine alone.
    """


@languagetool.command()
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Take the jars from a folder, such as a local Maven repository; no network is used.",
)
@click.option(
    "--repository",
    envvar=_REPOSITORY,
    metavar="URL",
    help=f"Fetch them from a repository in Maven's layout; {_REPOSITORY} names one too.",
)
def install(folder: Path | None, repository: str | None) -> None:
    """Fetch LanguageTool (45 MB) and prove every file.

    Without an option your own Maven fetches it, if there is one, or else language-tool-python fetches
    the official release (260 MB).
    """
    from medlint.languagetool import places
    from medlint.languagetool.install import install as put
    from medlint.languagetool.jars import VERSION

    home = places.home()
    with _progress() as progress:
        origin = put(home, folder=folder, repository=repository, progress=progress)
    click.echo(f"LanguageTool {VERSION} is in {home}, from {origin}")
    click.echo(f"Java: {_java()}")


@languagetool.command()
def status() -> int:
    """Tell version, place, Java and running server; 0 where LanguageTool can take part."""
    from importlib.util import find_spec

    from medlint.languagetool import places
    from medlint.languagetool.install import is_installed
    from medlint.languagetool.jars import VERSION

    is_there = is_installed(places.home())
    has_client = find_spec("language_tool_python") is not None
    java = _java()
    there = f"{VERSION} in {places.home()}" if is_there else "not installed; `medlint languagetool install`"
    click.echo(f"LanguageTool: {there}")
    click.echo(f"Java:         {java}")
    client = "installed" if has_client else "not installed; `pip install medlint[languagetool]`"
    click.echo(f"Client:       language-tool-python, {client}")
    click.echo(f"Server:       {_server() if has_client else 'none'}")
    return 0 if is_there and has_client and java.startswith("Java") else 2


@languagetool.command()
def start() -> None:
    """Start a server that stays until `stop`, so that each check spares the start."""
    from medlint.errors import UsageError
    from medlint.languagetool import places, session, warm

    java = session.available()
    if kept := warm.find(places.servers()):
        if warm.usable(places.servers()):
            click.echo(f"a server is running already: process {kept.pid}, port {kept.port}")
            return
        raise UsageError(
            f"a server that does not answer is running (process {kept.pid}); end it with "
            "`medlint languagetool stop`, then start one"
        )
    kept = warm.start(java, places.home(), places.servers())
    click.echo(f"LanguageTool {kept.version} is running: process {kept.pid}, port {kept.port}")


@languagetool.command()
def stop() -> None:
    """End the server that was told to stay."""
    from medlint.languagetool import places, warm

    kept = warm.stop(places.servers())
    click.echo(f"process {kept.pid} is ended" if kept else "no server was running")


@languagetool.command()
def uninstall() -> None:
    """Take LanguageTool and the answers that it gave off this machine."""
    from medlint.languagetool import places, warm
    from medlint.languagetool.install import uninstall as take_away

    warm.stop(places.servers())
    for path in (places.answers(), *places.answers().parent.glob(f"{places.answers().name}-*")):
        path.unlink(missing_ok=True)
    was_there = take_away(places.home())
    click.echo(f"{places.home()}: {'taken away' if was_there else 'there was nothing'}")


def _java() -> str:
    from medlint.errors import ToolError
    from medlint.languagetool import java

    try:
        found = java.find()
    except ToolError as error:
        return str(error)
    return f"Java {found.version}, {found.path}"


def _server() -> str:
    from medlint.languagetool import places, processes, warm

    kept = warm.find(places.servers())
    if kept is None:
        return "none is kept; a check starts one of its own"
    state = "" if warm.usable(places.servers()) else ", which does not answer as it should"
    megabytes = processes.memory(kept.pid) // 2**20
    return f"process {kept.pid}, port {kept.port}, LanguageTool {kept.version}, {megabytes} MB{state}"


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a bar on a terminal while jars come."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    from medlint.languagetool import jars

    total = sum(jar.size for jar in jars.load())
    columns = (TextColumn("LanguageTool"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=total)

        def arrived(jar: Jar) -> None:
            bar.advance(task, jar.size)

        yield arrived
