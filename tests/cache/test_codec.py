"""Whatever is found can be written as plain JSON, and is the same when it is read again."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import malkoll.together
from checked import DATE
from malkoll.cache import codec
from malkoll.cache.record import UnusableError, pack, unpack
from malkoll.diagnostic import Applicability, Severity
from malkoll.engine import Engine
from malkoll.language import Choice, Count, Language, Message, Text, Words
from malkoll.manual import manual
from malkoll.opened import Input
from malkoll.rule import Rule
from malkoll.selection import select
from malkoll.steering.loaded import DEFAULT, built_in
from manual_examples import Runnable
from many_documents import documents
from test_rule_manuals import DOCUMENT_RULES, runs


def packed_and_unpacked(engine: Engine, file: Input) -> None:
    """Check a file as a run with worker processes does; what is packed again must be the same."""
    packed = pack(engine.examine(file))
    again = unpack(packed, file, engine.choose_model)
    assert pack(again) == packed
    engine.take(again)


def _engines(files: list[Input], date: datetime.date) -> Iterator[Engine]:
    engine = Engine(date, whole=True)
    for file in files:
        engine.check(file)
    yield engine
    engine = Engine(date, whole=True)
    for file in files:
        packed_and_unpacked(engine, file)
    yield engine


def _told(engine: Engine) -> Any:
    """Give all that a report says."""
    return [
        codec.encode([list(file.diagnostics), list(file.suppressed), file.holds, list(file.goals)])
        for file in engine.finish().files
    ]


def _inputs(group: list[Runnable]) -> list[Input]:
    return [
        Input(one.name, one.text.encode(one.encoding), one.model, select(extended=["ALL"])) for one in group
    ]


@pytest.mark.parametrize(("rule", "language"), DOCUMENT_RULES)
def test_what_a_rule_finds_is_the_same_when_it_is_read_again(rule: Rule, language: Language) -> None:
    for group in runs(manual(rule, language).wrong_examples, language):
        plain, unpacked = map(_told, _engines(_inputs(group), group[0].date))
        assert plain == unpacked


@pytest.mark.parametrize(("rule", "language"), DOCUMENT_RULES)
def test_what_rules_across_documents_point_at_is_found_without_reading_again(
    rule: Rule, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    groups = runs(manual(rule, language).wrong_examples, language)
    engines = [next(_engines(_inputs(group), group[0].date)) for group in groups]
    with monkeypatch.context() as patched:
        patched.setattr(malkoll.together, "reopen", lambda *_: pytest.fail("read again"))
        found = [codec.encode(list(engine.finish().diagnostics)) for engine in engines]
    monkeypatch.setattr(malkoll.together, "are_kept", lambda *_: False)
    engines = [next(_engines(_inputs(group), group[0].date)) for group in groups]
    assert [codec.encode(list(engine.finish().diagnostics)) for engine in engines] == found


def test_files_of_every_kind_are_the_same_when_they_are_read_again() -> None:
    files = [
        Input(name, content if isinstance(content, bytes) else content.encode(), built_in(DEFAULT), select())
        for name, content in documents().items()
    ]
    plain, unpacked = map(_told, _engines(files, DATE))
    assert plain == unpacked


_words = st.text(st.characters(codec=None), max_size=12)
_texts = st.builds(
    Text, _words.map(lambda text: text.replace("{", "")), _words.map(lambda text: text.replace("{", ""))
)
_values = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), _words, _texts,
        st.dates(), st.sampled_from(list(Severity)), st.sampled_from(list(Applicability)),
        st.builds(Count, st.integers(), _texts, _texts), st.builds(Choice, st.integers(), _texts, _texts),
        st.frozensets(_words), st.sets(_words),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(_words, inner, max_size=3),
        st.builds(Message, _texts, st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)),
        st.builds(Words, st.lists(_words, max_size=3).map(tuple), _texts),
    ),
    max_leaves=12,
)  # fmt: skip


@given(_values)
def test_any_value_is_the_same_when_it_is_read_again(value: object) -> None:
    written = codec.write(value)
    again = codec.read(written)
    assert type(again) is type(value)
    assert codec.write(again) == written


class Stranger(NamedTuple):
    """A kind of record that nobody has told the codec of."""

    field: int = 1


@pytest.mark.parametrize("value", [Stranger(), object(), {"inside": (Stranger(),)}, 1j, b"bytes"])
def test_a_kind_that_is_not_known_cant_be_written(value: object) -> None:
    with pytest.raises(codec.UnknownKindError):
        codec.write(value)


@pytest.mark.parametrize(
    "written",
    [b"", b"{", b"[]", b"[0]", b'["os.system","true"]', b"[99,1]", b"[-1]", b"[12,1]", b"[20,1]", b'[5,{"a":1}]', b"\xff",
     b"[" * 100_000, b'[0,"[]",1,2,3,4,5,6,7,8]'],
)  # fmt: skip
def test_what_was_never_written_is_refused(written: bytes) -> None:
    file = Input("a.yaml", b"", built_in(DEFAULT), select())
    with pytest.raises(UnusableError):
        unpack(written, file, None)
