"""From bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from medlint.errors import DocumentError

_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file (such as .docx or .pptx)"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (such as .doc)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file"),
)
# UTF-32 before UTF-16, whose mark begins the same.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE_BYTES = 65_536
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1b\0") + b"\x7f"
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_MAX_CONTROL_SHARE = 0.01  # our own judgement: text has none, or a stray one
_MAX_SOUND_SHARE = 0.1  # of high bytes in whole UTF-8 sequences: chance brings a few about
_MIN_LEGACY_SHARE = 0.05  # of high bytes: fewer in no known order are damage, not an alphabet
_MIN_LEGACY_BYTES = 40  # of them: fewer tell no encoding
_AS_UTF8 = "Save it as UTF-8 and try again"
# What stands in Western text in Windows-1252. Left out are the bytes that begin UTF-8 sequences and
# letters that no Western language has often enough to believe in (\xc3, \xfe, \xff ...).
_WESTERN = re.compile(
    rb"[\x80\x82\x84\x85\x89\x8a\x8c\x8e\x91-\x97\x99\x9a\x9c\x9e\x9f\xa0\xa1\xa3\xa7\xa9\xab\xad\xae"
    rb"\xb0-\xc1\xc4-\xcf\xd1-\xdc\xdf-\xe1\xe3-\xef\xf1-\xfc]+|\xe2(?![\x80-\xbf])"
)


def decode(path: str, data: bytes) -> str:
    """Return the text of a file, without a byte order mark and with its line ends as they are.

    Raises:
        DocumentError: the bytes are not text, or are damaged, or their encoding cannot be told.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strictly(path, data[len(mark) :], encoding)
    _refuse_magic(path, data)
    if encoding := _unmarked_utf16(data[:_SAMPLE_BYTES]):
        return _strictly(path, data, encoding)
    _refuse_binary(path, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(path, data, error)


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(path, data, error) from error
    if "\0" in text:
        raise DocumentError(path, "not a text file: it holds NUL characters", _AS_UTF8)
    return text


def _refuse_magic(path: str, data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(path, f"not a text file but {name}", "Save its text as .txt or .md")


def _unmarked_utf16(sample: bytes) -> str:
    """Return the encoding where every second byte is NUL, as in English UTF-16, else ""."""
    half = len(sample) // 2
    if half < 2 or b"\0" not in sample:
        return ""
    even, odd = sample[0 : half * 2 : 2].count(0) / half, sample[1 : half * 2 : 2].count(0) / half
    if odd > 0.7 and even < 0.02:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.02 else ""


def _refuse_binary(path: str, data: bytes) -> None:
    if b"\0" in data:
        raise DocumentError(
            path, f"not a text file: NUL at byte {data.index(0)}", "Leave it out, or save its text"
        )
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _MAX_CONTROL_SHARE * len(data):
        raise DocumentError(path, f"not a text file: {controls} control characters", "Leave it out")


def _legacy(path: str, data: bytes, error: UnicodeDecodeError) -> str:
    """Decode what is not UTF-8, unless it is UTF-8 with damage."""
    high = _HIGH_RUN.findall(data)
    count = sum(map(len, high))
    sound = data.decode("utf-8", "ignore").encode()
    if sum(map(len, _HIGH_RUN.findall(sound))) > _MAX_SOUND_SHARE * count:
        raise _damaged(path, data, error)
    if not _HIGH_RUN.search(_WESTERN.sub(b"", b" ".join(high))):
        return data.decode("cp1252")
    if count < max(_MIN_LEGACY_SHARE * len(data), _MIN_LEGACY_BYTES):
        raise _damaged(path, data, error)
    return _detected(path, data, error)


def _detected(path: str, data: bytes, error: UnicodeDecodeError) -> str:
    from charset_normalizer import from_bytes  # late: slow to import, and hardly ever needed

    first = max(0, error.start - _SAMPLE_BYTES // 2)
    best = from_bytes(data[first : first + _SAMPLE_BYTES]).best()
    if best is None:
        raise DocumentError(path, "its encoding cannot be told", _AS_UTF8) from error
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError:
        raise DocumentError(path, f"neither UTF-8 nor {best.encoding}", _AS_UTF8) from error


def _damaged(path: str, data: bytes, error: UnicodeDecodeError) -> DocumentError:
    name = error.encoding.upper()
    line = len(re.findall(rb"\r\n|\n|\r", data[: error.start])) + 1
    what = " ".join(f"0x{byte:02X}" for byte in data[error.start : error.end][:4])
    return DocumentError(path, f"broken {name} at byte {error.start} (line {line}): {what}", _AS_UTF8)
