"""Reading the data files: strictly, and every scalar as text.

Plain YAML turns Norway's ``NO`` into False and ``12:30`` into 750, and takes the second of two equal keys without
a word. Here every scalar is text, a doubled key is refused, and so is a key that the entry's class does not know.
An entry is a frozen dataclass; its fields may be ``str``, ``bool``, ``float``, ``tuple[str, ...]`` or ``Examples``.
"""

import csv
import types
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib import resources
from pathlib import Path
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Protocol,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import yaml

from detente.errors import LexiconError

if TYPE_CHECKING:

    class Entry(Protocol):
        """Any dataclass."""

        __dataclass_fields__: ClassVar[dict[str, Any]]

    E = TypeVar("E", bound=Entry)
else:
    E = TypeVar("E")

FOLDER = resources.files("detente.lexicon")


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences that prove an entry: in each of ``yes`` it must find something, in each of ``no`` nothing."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


class _Strict(yaml.CBaseLoader):
    """YAML with every scalar as text and doubled keys refused."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        doubled = {key for key in keys if keys.count(key) > 1}
        if doubled:
            raise LexiconError(f"{node.start_mark}: doubled key {', '.join(map(str, sorted(doubled)))}")
        return super().construct_mapping(node, deep=deep)


def read_yaml(path: str | Path) -> Any:
    """Read a data file, a string being its path below the lexicon; raise ``LexiconError`` where it is malformed."""
    file = path if isinstance(path, Path) else FOLDER.joinpath(path)
    try:
        return yaml.load(file.read_text(encoding="utf-8"), _Strict)  # noqa: S506 - builds only text
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{path}: {error}") from error


def read_csv(path: str) -> Iterator[dict[str, str]]:
    """Read the rows of a CSV file; lines that start with ``#`` explain it and are left out."""
    lines = FOLDER.joinpath(path).read_text(encoding="utf-8").splitlines()
    return csv.DictReader(line for line in lines if not line.startswith("#"))


@cache
def entries(path: str | Path, kind: type[E]) -> Mapping[str, E]:
    """Read a YAML mapping of entries; the key becomes the field ``id``. Give them by id, in the file's order."""
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise LexiconError(f"{path}: found {type(data).__name__}, expected entries by name")
    return types.MappingProxyType(
        {key: build(kind, {"id": key, **(value or {})}, f"{path}: {key}") for key, value in data.items()}
    )


def build(kind: type[E], data: Mapping[str, Any], where: str) -> E:
    """Build one entry; raise ``LexiconError`` for an unknown key, a missing one or a value of the wrong shape."""
    hints = get_type_hints(kind)
    known = {field.name: field for field in fields(kind)}
    if unknown := data.keys() - known.keys():
        raise LexiconError(f"{where}: unknown key {', '.join(sorted(unknown))}; expected some of {', '.join(known)}")
    required = {name for name, field in known.items() if field.default is MISSING and field.default_factory is MISSING}
    if missing := required - data.keys():
        raise LexiconError(f"{where}: missing {', '.join(sorted(missing))}")
    return kind(**{name: _value(value, hints[name], f"{where}: {name}") for name, value in data.items()})


def _value(value: Any, kind: Any, where: str) -> Any:
    if get_origin(kind) in (Union, types.UnionType):
        kind = next(arg for arg in get_args(kind) if arg is not type(None))
    if get_origin(kind) is tuple:
        items = value if isinstance(value, list) else [value]
        return tuple(_value(item, get_args(kind)[0], where) for item in items)
    if isinstance(kind, type) and hasattr(kind, "__dataclass_fields__") and isinstance(value, dict):
        return build(kind, value, where)
    if not isinstance(value, str):
        raise LexiconError(f"{where}: found {type(value).__name__}, expected {getattr(kind, '__name__', kind)}")
    if kind is bool:
        if value not in ("true", "false"):
            raise LexiconError(f"{where}: found {value!r}, expected true or false")
        return value == "true"
    if get_origin(kind) is not None and value not in get_args(kind):
        raise LexiconError(f"{where}: found {value!r}, expected one of {', '.join(get_args(kind))}")
    try:
        return value if get_origin(kind) is not None else kind(value)
    except ValueError as error:
        raise LexiconError(f"{where}: found {value!r}, expected {kind.__name__}") from error
