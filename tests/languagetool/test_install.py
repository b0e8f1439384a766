"""Installing from everywhere: each file proved, nothing half there, gone on with after a failure."""

from __future__ import annotations

import hashlib
import http.server
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from medlint.errors import ToolError
from medlint.languagetool import install, jars, places, sources
from medlint.languagetool.jars import Jar

CONTENT = {
    "languagetool-server": b"the server, as it were" * 50,
    "blick": b"a library" * 90,
    "zorp": b"another library" * 70,
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> tuple[Jar, ...]:
    """Let LanguageTool be three small files."""
    made = tuple(
        Jar("org.zorp", name, "1.0", len(content), hashlib.sha256(content).hexdigest())
        for name, content in CONTENT.items()
    )
    monkeypatch.setattr(jars, "load", lambda: made)
    return made


@pytest.fixture
def repository(tmp_path: Path, small: tuple[Jar, ...]) -> Path:
    """Return a folder that is a repository in Maven's layout."""
    for jar in small:
        path = tmp_path / "repository" / jar.address
        path.parent.mkdir(parents=True)
        path.write_bytes(CONTENT[jar.artifact])
    return tmp_path / "repository"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, with Range, and notes what was asked."""

    asked: list[tuple[str, str | None]]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        wanted = self.headers.get("Range")
        self.asked.append((self.path, wanted))
        path = Path(self.directory) / self.path.lstrip("/")
        if wanted is None or not path.is_file():
            super().do_GET()
            return
        body = path.read_bytes()[int(wanted.removeprefix("bytes=").rstrip("-")) :]
        self.send_response(206)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def served(repository: Path) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
    """Serve the repository on this machine; return its address and what is asked of it."""
    asked: list[tuple[str, str | None]] = []
    handler = type("Serving", (Handler,), {"asked": asked})

    def handle(*arguments: object) -> None:
        handler(*arguments, directory=str(repository))

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handle)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


def put(**source: object) -> list[str]:
    """Install and return which jars were told of."""
    told: list[str] = []
    install.install(places.home(), progress=lambda jar: told.append(jar.artifact), **source)  # type: ignore[arg-type]
    return sorted(told)


def test_from_a_folder_at_any_depth(medlint, repository):
    done = medlint("languagetool", "install", "--from", str(repository))

    assert done.code == 0
    assert f"LanguageTool 6.8 is in {places.home()}, from {repository}" in done.out
    assert (places.home() / "languagetool-server.jar").read_bytes() == CONTENT["languagetool-server"]
    assert (places.home() / "libs" / "zorp.jar").read_bytes() == CONTENT["zorp"]
    assert install.is_installed(places.home())
    assert [path.name for path in places.cache().iterdir()] == ["LanguageTool-6.8"]


def test_from_an_installed_languagetool(repository, tmp_path):
    put(folder=repository)
    copied = tmp_path / "copied"
    places.home().replace(copied)

    assert put(folder=copied) == ["blick", "languagetool-server", "zorp"]
    assert install.is_installed(places.home())


def test_from_a_repository(medlint, served):
    address, asked = served
    done = medlint("languagetool", "install", "--repository", f"{address}/")

    assert done.code == 0
    assert ("/org/zorp/zorp/1.0/zorp-1.0.jar", None) in asked
    assert install.is_installed(places.home())


def test_from_the_repository_of_the_environment(medlint, repository, monkeypatch):
    monkeypatch.setenv("MEDLINT_MAVEN_REPOSITORY", repository.as_uri())

    assert medlint("languagetool", "install").code == 0
    assert install.is_installed(places.home())


def test_jar_that_is_another_is_refused_and_the_rest_is_kept_for_the_next_try(medlint, repository, small):
    wrong = repository / small[2].address
    wrong.write_bytes(b"x" * small[2].size)
    done = medlint("languagetool", "install", "--repository", repository.as_uri())

    assert done.code == 2
    assert "zorp-1.0.jar: this is another file than the one medlint knows" in done.err
    assert not install.is_installed(places.home())
    wrong.write_bytes(CONTENT["zorp"])
    (repository / small[0].address).unlink()  # it is there already
    assert medlint("languagetool", "install", "--repository", repository.as_uri()).code == 0


@pytest.mark.usefixtures("small")
def test_download_that_broke_off_goes_on_where_it_was(served):
    address, asked = served
    part = places.home().with_name("LanguageTool-6.8.part") / "libs" / "zorp.jar.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(CONTENT["zorp"][:100])
    put(repository=address)

    assert ("/org/zorp/zorp/1.0/zorp-1.0.jar", "bytes=100-") in asked
    assert (places.home() / "libs" / "zorp.jar").read_bytes() == CONTENT["zorp"]


def test_missing_jar_is_named_with_its_address(medlint, served, repository, small):
    (repository / small[1].address).unlink()
    done = medlint("languagetool", "install", "--repository", served[0])

    assert done.code == 2
    assert f"{served[0]}/org/zorp/blick/1.0/blick-1.0.jar: 404" in done.err


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ({"repository": "http://127.0.0.1:9"}, "run the same again to go on from here"),
        ({"repository": "somewhere"}, "'somewhere' is no address of a repository"),
        ({"folder": Path("nowhere")}, "nowhere: there is no such folder"),
    ],
)
def test_source_that_is_none_is_told(source, message):
    with pytest.raises(ToolError, match=message):
        put(**source)


def test_folder_without_a_jar_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(ToolError, match=r"empty: there is no .*-1\.0\.jar"):
        put(folder=tmp_path / "empty")


def test_installing_again_replaces_what_is_there(repository):
    put(folder=repository)
    (places.home() / "libs" / "zorp.jar").write_bytes(b"broken")

    assert not install.is_installed(places.home())
    put(folder=repository)
    assert install.is_installed(places.home())


def test_place_that_cannot_be_written_is_told(repository, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("MEDLINT_CACHE_DIR", str(tmp_path / "file"))
    with pytest.raises(ToolError, match="Not a directory"):
        put(folder=repository)


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("marker", ["", "[]", '{"version": "5.0", "files": {}}', '{"version": "6.8"}'])
def test_folder_without_a_sound_marker_is_no_installation(marker):
    places.home().mkdir(parents=True)
    (places.home() / "medlint.json").write_text(marker, encoding="utf-8")

    assert not install.is_installed(places.home())


# -- Maven and the official release ------------------------------------------------------------------

MAVEN = """#!{python}
import pathlib, shutil, sys
if {fails}:
    print("[ERROR] no such artifact\\n[ERROR] more")
    sys.exit(1)
output = pathlib.Path(next(a for a in sys.argv if a.startswith("-DoutputDirectory="))[18:])
output.mkdir()
project = pathlib.Path(sys.argv[sys.argv.index("--file") + 1]).read_text()
for path in pathlib.Path({repository!r}).rglob("*.jar"):
    if path.stem.removesuffix("-1.0") in project:
        shutil.copy(path, output)
"""


@pytest.fixture
def maven(tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch):
    """Return a function that installs a Maven of ours, the only program on the search path."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put_there(*, fails: bool = False) -> None:
        text = MAVEN.format(python=sys.executable, fails=fails, repository=str(repository))
        (folder / "mvn").write_text(text, encoding="utf-8")
        (folder / "mvn").chmod(0o755)

    return put_there


def test_from_an_installed_maven(medlint, maven):
    maven()
    done = medlint("languagetool", "install")

    assert done.code == 0
    assert install.is_installed(places.home())
    assert "/mvn" in done.out


def test_maven_that_fails_is_told_with_its_words(medlint, maven):
    maven(fails=True)
    done = medlint("languagetool", "install")

    assert done.code == 2
    assert "could not fetch LanguageTool: [ERROR] no such artifact" in done.err


@pytest.mark.usefixtures("repository")
def test_maven_is_not_asked_for_what_is_there(maven, small):
    maven(fails=True)
    for jar in small:
        path = places.home().with_name("LanguageTool-6.8.part") / jar.place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CONTENT[jar.artifact])

    assert put() == ["blick", "languagetool-server", "zorp"]
    assert install.is_installed(places.home())


class Release:
    """Stands in for language-tool-python's own download."""

    def __init__(self, folder: str, *, is_whole: bool = True) -> None:
        self.folder, self.is_whole = Path(folder) / "LanguageTool-6.8", is_whole

    def download(self) -> None:
        (self.folder / "libs").mkdir(parents=True)
        (self.folder / "libs" / "core.jar").write_bytes(b"core")
        if self.is_whole:
            (self.folder / "languagetool-server.jar").write_bytes(b"server")

    def get_directory_path(self) -> Path:
        return self.folder


@pytest.fixture
def no_maven(monkeypatch):
    monkeypatch.setattr(sources, "maven", lambda: None)


@pytest.mark.usefixtures("no_maven")
def test_without_maven_the_official_release_is_fetched(medlint, monkeypatch):
    from language_tool_python.download_lt import LocalLanguageTool

    make = staticmethod(lambda _: Release(sources.os.environ["LTP_PATH"]))
    monkeypatch.setattr(LocalLanguageTool, "from_version_name", make)
    monkeypatch.setenv("LTP_PATH", "/before")
    done = medlint("languagetool", "install")

    assert done.code == 0
    assert "from the official release" in done.out
    assert install.is_installed(places.home())
    assert (places.home() / "libs" / "core.jar").read_bytes() == b"core"
    assert sources.os.environ["LTP_PATH"] == "/before"


@pytest.mark.usefixtures("no_maven")
def test_release_that_is_none_is_refused(monkeypatch):
    from language_tool_python.download_lt import LocalLanguageTool

    make = staticmethod(lambda _: Release(sources.os.environ["LTP_PATH"], is_whole=False))
    monkeypatch.setattr(LocalLanguageTool, "from_version_name", make)
    with pytest.raises(ToolError, match=r"has no languagetool-server\.jar"):
        put()
    assert not install.is_installed(places.home())


@pytest.mark.usefixtures("no_maven")
def test_release_that_cannot_be_fetched_is_told(monkeypatch):
    from language_tool_python.download_lt import LocalLanguageTool

    def fail(_: str) -> None:
        raise SystemExit("could not parse Java version")

    monkeypatch.setattr(LocalLanguageTool, "from_version_name", staticmethod(fail))
    with pytest.raises(ToolError, match="could not fetch LanguageTool: could not parse Java version"):
        put()


@pytest.mark.usefixtures("no_maven")
def test_without_any_source_the_ways_are_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "language_tool_python.download_lt", None)
    with pytest.raises(ToolError, match=r"--from.*--repository or MEDLINT_MAVEN_REPOSITORY.*install Maven"):
        put()
