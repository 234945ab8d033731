"""`malkoll model show`: the steering model in force, for a board member to read, or for programs."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from malkoll.cli import Exit
from malkoll.cli.call import Call
from malkoll.cli.model_page import model_lines
from malkoll.cli.output import say_data
from malkoll.cli.page import print_page
from malkoll.config.files import Configurations
from malkoll.document.part import Part
from malkoll.language import Language
from malkoll.models import Models
from malkoll.run import today
from malkoll.steering.loaded import LoadedModel

VERSION = 1


def run(call: Call, language: Language) -> int:
    model = Models(call.one("--model"), today()).of(Configurations().of(Path.cwd()))
    if call.one("--format") == "json":
        say_data(f"{json.dumps(shape(model), ensure_ascii=False, indent=2)}\n")
    else:
        print_page(lambda shown, cells: model_lines(model, language, shown, cells))
    return Exit.FINE


def shape(model: LoadedModel) -> dict[str, Any]:
    """Give a model as plain data, with the English keys whatever language it is written in."""
    return {
        "version": VERSION,
        "id": model.id,
        "sha256": model.sha256,
        "built_in": model.is_built_in,
        "model": _plain(model.model),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        fields = {key.en: getattr(value, name) for name, key in type(value).words.items()}
        return {
            word: _plain(field)
            for word, field in fields.items()
            if field is not None and field not in ([], {})
        }
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, datetime.date) else value
