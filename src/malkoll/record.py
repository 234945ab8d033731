"""Records: named tuples whose classes are made when a program starts, in a fifth of the usual time.

A `Record` is what `typing.NamedTuple` gives, and type checkers are told that it is one. That one evaluates every
annotation and compiles a constructor for each class while modules load, which took a twentieth of the check of
one file; here a constructor is compiled when a class has made some records, and annotations stay text: a module
with records imports them so from ``__future__``, for else newer Pythons keep them where they aren't looked for.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Self

__all__ = ["Record"]

try:
    from collections import _tuplegetter as _getter  # type: ignore[attr-defined]
except ImportError:  # where Python has none, as in `collections` itself

    def _getter(index: int, doc: str) -> property:
        return property(itemgetter(index), doc=doc)


_FEW = range(1, 10)
"""For so many records of a class no constructor is compiled."""

if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:

    class _RecordType(type):
        """Makes a class of the fields that are annotated in it, in their order."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {}
            for index, field in enumerate(fields):
                if field in namespace:
                    defaults[field] = namespace[field]
                elif defaults:
                    message = f"{name}.{field} has no default, but a field before it has one"
                    raise TypeError(message)
                namespace[field] = _getter(index, None)
            namespace |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "_first_few": iter(_FEW),
            }
            return type.__new__(cls, name, bases, namespace)

    class Record(tuple, metaclass=_RecordType):
        """A tuple with named fields, as `typing.NamedTuple` makes them."""

        __slots__ = ()

        def __new__(cls, *values: Any, **named: Any) -> Self:
            fields = cls._fields[len(values) :]
            is_fitting = named.keys() <= set(fields) and cls._field_defaults.keys() | named >= set(fields)
            if is_fitting and next(cls._first_few, None):
                given = cls._field_defaults | named
                return cls._make((*values, *[given[field] for field in fields]))
            # made again and again, or wrongly, which its own constructor says best
            cls.__new__ = _constructor(cls)
            return cls.__new__(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                message = f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}"
                raise TypeError(message)
            return made

        def _replace(self, **changed: Any) -> Self:
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                message = f"{type(self).__name__} has no field {next(iter(changed))}"
                raise ValueError(message)
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            told = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    def _constructor(cls: type) -> staticmethod:
        """Write a constructor that takes the fields of a class as its parameters."""
        names = ", ".join(map(sys.intern, cls._fields))
        code = f"lambda _cls, {names}: _new(_cls, ({names},))"
        new = eval(code, {"_new": tuple.__new__, "__builtins__": {}})  # noqa: S307 - names of our own fields alone
        new.__defaults__ = tuple(cls._field_defaults.values())
        new.__name__ = "__new__"
        return staticmethod(new)
