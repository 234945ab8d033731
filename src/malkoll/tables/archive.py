"""The zip files that Excel and Word files are: looked through before anything opens them, and made the same each time."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib

from malkoll.call_error import CallError
from malkoll.language import Text
from malkoll.record import Record

LARGEST_FILE = 50_000_000
_MOST_MEMBERS = 5_000
_LARGEST_MEMBER = 150_000_000
_LARGEST_TOTAL = 300_000_000
_STEEPEST = 300
"""How many times larger than packed a part may be, if it is large: more is what bombs are made of."""
_LARGE = 5_000_000
_MOST_CELLS = 300_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_EMPTY_CELL = re.compile(rb"<c\b[^<>]*(?:/>|></c>)")
_EMPTY_ROW = re.compile(rb"<row\b[^<>]*(?:/>|>\s*</row>)")
_CELL = re.compile(rb"<(?:\w+:)?c[ >]")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(rb"[^<]{0,8}<\?xml[^>]{0,200}encoding\s*=\s*[\"']([^\"']*)")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252"})
_LEFT_OUT = re.compile(
    rb"<(hyperlinks|dataValidations|conditionalFormatting|extLst|tableParts|protectedRanges)\b(?:[^<>]*/>|.*?</\1>)",
    re.DOTALL,
)
"""What a sheet has besides its cells, and what openpyxl would go through cell by cell."""
_MERGED = re.compile(
    rb"<mergeCell\b[^<>]*\bref=\"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?\"[^<>]*>"
)
_LARGEST_MERGED = 20_000
_DRAWN = re.compile(
    rb"<Relationship\b[^<>]*/(?:drawing|table|pivotTable|image|chart|oleObject|control)\"[^<>]*/>"
)
_XML = (".xml", ".rels", ".vml")
_MACRO_WORD = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

OLD = Text(
    "{file} är i ett äldre format. Öppna filen i Excel eller Word och spara om den som .xlsx eller .docx.",
    "{file} is in an older format. Open it in Excel or Word and save it as .xlsx or .docx.",
)
PASSWORD = Text(
    "{file} är skyddad med lösenord. Öppna filen, ta bort lösenordet och spara om den.",
    "{file} is protected by a password. Open it, take the password away and save it again.",
)
OPEN_DOCUMENT = Text(
    "{file} är i OpenDocument-format. Spara om den som .xlsx eller .docx.",
    "{file} is in OpenDocument format. Save it as .xlsx or .docx.",
)
BINARY = Text(
    "{file} är i Excels binära format. Spara om den som .xlsx.",
    "{file} is in Excel's binary format. Save it as .xlsx.",
)
NOT_A_TABLE = Text(
    "{file} är varken en Excel- eller en Word-fil. malkoll import läser .xlsx och .docx.",
    "{file} is neither an Excel nor a Word file. malkoll import reads .xlsx and .docx.",
)
BROKEN = Text(
    "{file} är skadad och går inte att läsa. Öppna den i Excel eller Word och spara om den.",
    "{file} is damaged and can't be read. Open it in Excel or Word and save it again.",
)
TOO_LARGE = Text(
    "{file} är för stor: uppackad blir den större än en tabell med mål kan vara. Den är inte öppnad.",
    "{file} is too large: unpacked it is larger than a table of goals can be. It was not opened.",
)
DECLARES = Text(
    "{file} innehåller en egen dokumenttyp, som Excel- och Word-filer aldrig har. Den är inte öppnad.",
    "{file} holds a document type of its own, which Excel and Word files never have. It was not opened.",
)


class Package(Record):
    """A file that was looked through and can be opened.

    Attributes:
        kind: ``xlsx`` or ``docx``.
        data: its bytes, without the empty cells that a sheet may have by the million.

    """

    kind: str
    data: bytes


def inspected(data: bytes, file: str) -> Package:
    """Look a file through before it is opened.

    Raises:
        CallError: when it isn't what it should be, or larger.

    """
    if data.startswith(_OLE):
        raise CallError((PASSWORD if _ENCRYPTED in data else OLD)(file=file))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspected(archive, file)
    except CallError:
        raise
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error) as error:
        is_zip = data.startswith(b"PK")
        raise CallError((BROKEN if is_zip else NOT_A_TABLE)(file=file)) from error
    except NotImplementedError as error:
        raise CallError(BROKEN(file=file)) from error


def _inspected(archive: zipfile.ZipFile, file: str) -> Package:
    members = archive.infolist()
    names = [member.filename for member in members]
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > _LARGEST_TOTAL:
        raise CallError(TOO_LARGE(file=file))
    if any(member.flag_bits & 1 for member in members):
        raise CallError(PASSWORD(file=file))
    if len(names) != len(set(names)):
        raise CallError(BROKEN(file=file))
    if "mimetype" in names and b"opendocument" in _read(archive, archive.getinfo("mimetype"), file):
        raise CallError(OPEN_DOCUMENT(file=file))
    parts: dict[str, bytes] = {}
    for member in members:
        if member.filename.lower().endswith(_XML):
            part = _read(archive, member, file)
            _refuse_declarations(part, file)
            parts[member.filename] = part
    kind = _kind(parts.get("[Content_Types].xml", b""), file)
    return Package(kind, _packed(_trimmed(parts, kind, file)))


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> bytes:
    """Unpack a part, and stop where it is larger than its entry says or than it may be."""
    steep = member.file_size > max(_LARGE, _STEEPEST * member.compress_size)
    if steep or member.file_size > _LARGEST_MEMBER:
        raise CallError(TOO_LARGE(file=file))
    with archive.open(member) as stream:
        part = stream.read(member.file_size + 1)
    if len(part) > member.file_size:
        raise CallError(TOO_LARGE(file=file))
    return part


def _refuse_declarations(part: bytes, file: str) -> None:
    """Refuse what could make a reader fetch or repeat, in any of the encodings that these files have."""
    plain = part.replace(b"\x00", b"")
    encoding = _ENCODING.match(plain)
    if _DECLARATION.search(plain) or (encoding and encoding[1].lower() not in _ENCODINGS):
        raise CallError(DECLARES(file=file))


def _kind(types: bytes, file: str) -> str:
    if b"ms-excel.sheet.binary" in types:
        raise CallError(BINARY(file=file))
    if b"spreadsheetml" in types or b"ms-excel.sheet.macroEnabled" in types:
        return "xlsx"
    if b"wordprocessingml" in types or _MACRO_WORD in types:
        return "docx"
    raise CallError(NOT_A_TABLE(file=file))


def _trimmed(parts: dict[str, bytes], kind: str, file: str) -> dict[str, bytes]:
    """Leave out empty cells with a colour alone; what a file with macros holds is data as of any other."""
    types = "[Content_Types].xml"
    if kind == "docx":
        return {**parts, types: parts[types].replace(_MACRO_WORD, _PLAIN_WORD)}
    cells = 0
    for name, part in parts.items():
        if "sheets/" in name and name.endswith(".rels"):
            parts[name] = _DRAWN.sub(b"", part)
        if "/worksheets/" in name and name.endswith(".xml"):
            parts[name] = _cells_alone(part)
            cells += sum(1 for _ in _CELL.finditer(parts[name]))
    if cells > _MOST_CELLS:
        raise CallError(TOO_LARGE(file=file))
    return parts


def _cells_alone(sheet: bytes) -> bytes:
    sheet = _LEFT_OUT.sub(b"", _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", sheet)))
    left = _LARGEST_MERGED

    def within(match: re.Match[bytes]) -> bytes:
        nonlocal left
        first, top, last, bottom = match.groups()
        left -= (int(bottom or top) - int(top) + 1) * (_column(last or first) - _column(first) + 1)
        return match[0] if left >= 0 else b""

    return _MERGED.sub(within, sheet)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


_WHEN = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def dated(data: bytes, date: datetime.date) -> bytes:
    """Give a file the times of one day, so that the same input gives the same bytes."""
    # an archive has no other years
    moment = (min(max(date.year, 1980), 2107), date.month, date.day, 0, 0, 0)
    when = f"{date.isoformat()}T00:00:00Z".encode()
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = _WHEN.sub(lambda match: match[1] + when + match[3], part)
            member = zipfile.ZipInfo(name, moment)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, part)
    return stream.getvalue()
