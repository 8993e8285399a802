"""Tables of results, for those who count: pandas or polars, where they are installed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

from detente.errors import UsageError
from detente.positions import Answer, Relations, Timeline
from detente.record import Reading
from detente.text import Span

_LEAVES = (str, int, float, bool, type(None), Span)


def to_pandas(results: Any) -> Any:
    """Give a ``pandas.DataFrame`` of results; raise ``UsageError`` where pandas is not installed.

    A row is one result: of a timeline a spell, of an answer a holder, of relations a period, of a
    reading a claim. What lies in a field has
    columns of its own, ``article_id``; several of a kind stay together, as a list.
    """
    return _library("pandas").DataFrame(list(rows(results)))


def to_polars(results: Any) -> Any:
    """Give a ``polars.DataFrame`` of results, as ``to_pandas`` does; raise ``UsageError`` where it is not installed."""
    found = list(rows(results))
    names = dict.fromkeys(name for row in found for name in row)
    frame = _library("polars")
    return frame.DataFrame({name: frame.Series(name, _alike([row.get(name) for row in found])) for name in names})


def rows(results: Any) -> Iterator[dict[str, Any]]:
    """Give results as rows: columns and what stands in them, plain values, lists and mappings only."""
    match results:
        case Timeline():
            yield from (_row(each) for each in results.spells)
        case Answer():
            yield from (_row(each) for each in results.holders)
        case Relations():
            from detente.surfaces.relation_rows import relation_rows

            yield from relation_rows(results)
        case Reading():
            yield from _claims(results)
        case Mapping():
            yield dict(results)
        case _ if _is_record(results):
            yield _row(results)
        case str() | bytes():
            raise UsageError(f"found {results[:40]!r}; expected results of this package, or rows")
        case Iterable():
            for each in results:
                yield from rows(each)
        case _:
            raise UsageError(f"found {type(results).__name__}; expected results of this package, or rows")


def _claims(reading: Reading) -> Iterator[dict[str, Any]]:
    """Give the claims of a reading, with their article and the words that prove them."""
    from detente.claims import KINDS

    for kind in KINDS:
        for claim in reading.json.get(kind, ()):
            words = reading.quote(tuple(Span(*span) for span in claim["evidence"]))
            yield {"article": reading.article.id, "kind": kind, "quote": words} | _row(claim)


def _row(result: Any, before: str = "") -> dict[str, Any]:
    from detente.claims import as_json

    row: dict[str, Any] = {}
    for name, value in _members(result).items():
        if _is_record(value) or isinstance(value, Mapping):
            row |= _row(value, f"{before}{name}_")
        else:
            row[f"{before}{name}"] = value if isinstance(value, _LEAVES) else as_json(value)
    return row


def _is_record(value: Any) -> bool:
    """Say whether a value has named fields; a span is one value."""
    is_named = isinstance(value, tuple) and hasattr(value, "_fields") and not isinstance(value, Span)
    return is_named or (is_dataclass(value) and not isinstance(value, type))


def _members(result: Any) -> Mapping[str, Any]:
    if isinstance(result, Mapping):
        return result
    names = result._fields if isinstance(result, tuple) else [field.name for field in fields(result)]  # type: ignore[attr-defined]
    return {name: getattr(result, name) for name in names}


def _alike(values: list[Any]) -> list[Any]:
    """Give values that a column of one type can hold: where they differ in kind, or hold mappings, as JSON text."""
    import json

    kinds = {type(value) for value in values if value is not None}
    if kinds <= {int, float} or (len(kinds) <= 1 and not kinds & {dict, list, tuple, Span}):
        return values
    if kinds == {list} and all(isinstance(each, str) for value in values if value for each in value):
        return values
    return [value if value is None else json.dumps(value, ensure_ascii=False) for value in values]


def _library(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        raise UsageError(f"found no {name}; expected it installed: pip install {name}") from error
