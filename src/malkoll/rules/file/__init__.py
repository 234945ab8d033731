"""The file (MK0)."""

from __future__ import annotations

from malkoll.rule import Rule, rule_of
from malkoll.rules.file.duplicate_key import duplicate_key
from malkoll.rules.file.empty_document import empty_document
from malkoll.rules.file.invisible_character import invisible_character
from malkoll.rules.file.not_nfc import not_nfc
from malkoll.rules.file.not_utf8 import not_utf8
from malkoll.rules.file.several_documents import several_documents
from malkoll.rules.file.text_cut_by_comment import text_cut_by_comment
from malkoll.rules.file.unreadable_file import unreadable_file
from malkoll.rules.file.unsupported_yaml import unsupported_yaml
from malkoll.rules.file.yaml_limits import yaml_limits
from malkoll.rules.file.yaml_syntax import yaml_syntax

RULES: tuple[Rule, ...] = tuple(
    rule_of(check)
    for check in (
        unreadable_file,
        not_utf8,
        yaml_syntax,
        duplicate_key,
        empty_document,
        several_documents,
        yaml_limits,
        unsupported_yaml,
        text_cut_by_comment,
        invisible_character,
        not_nfc,
    )
)
