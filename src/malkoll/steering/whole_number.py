"""A count of things in a steering model: 0 and up."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from malkoll.document.fields import Kind, wrong_type
from malkoll.syntax.tree import Scalar


def read_whole(value: Any) -> int:
    if not isinstance(value, Scalar):
        raise wrong_type("number", value)
    text = value.text.strip()
    if re.fullmatch(r"[0-9]{1,4}", text):
        return int(text)
    raise PydanticCustomError("invalid-number", "whole", {"text": value.text, "guess": ""})


Whole = Annotated[int, Kind("whole", read_whole)]
