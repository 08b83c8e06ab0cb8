"""What values are made of: classes that are their fields, with equality, hash and repr by them.

msgspec makes such a class from its body without compiling code for it, as a dataclass does: a fiftieth of the
time, which a start that needs hundreds of them waits for. Their objects are made faster too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

from msgspec import NODEFAULT, Struct, field
from msgspec.structs import asdict, astuple, fields

if TYPE_CHECKING:
    # They do the same; of this one mypy knows that the changes have to be fields, and of which types.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Guarded", "Mutable", "Value", "asdict", "astuple", "defaults_of", "field", "names_of", "replace"]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Value(Struct, frozen=True):
    """What never changes once it is made, and is equal to what has the same class and equal fields."""


class Mutable(Struct):
    """What is set anew, field by field, as something goes on."""


class Guarded(Value):
    """A value whose repr, which a log or a traceback may show, leaves fields out that could hold a key."""

    unshown: ClassVar[frozenset[str]] = frozenset()
    """The names of these fields."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._shown())})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        # Rich asks for the fields themselves, and Struct has an answer that knows nothing of these.
        return self._shown()

    def _shown(self) -> list[tuple[str, Any]]:
        return [(name, getattr(self, name)) for name in names_of(type(self)) if name not in self.unshown]


def names_of(kind: type[Struct]) -> tuple[str, ...]:
    """Return the names of the fields, in their order."""
    return kind.__struct_fields__


def defaults_of(kind: type[Struct]) -> dict[str, Any]:
    """Return the values of the fields that may be left out, but for those that each object has its own of."""
    return {field.name: field.default for field in fields(kind) if field.default is not NODEFAULT}
