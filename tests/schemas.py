"""A JSON schema, checked: as much of draft 2020-12 as docs/plover.schema.json uses; anything else in it is refused."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_TYPES = {"string": str, "array": list, "object": dict, "null": type(None), "integer": int, "number": (int, float)}
_RULES = {
    "const": lambda value, rule: value == rule and type(value) is type(rule),
    "enum": lambda value, rule: value in rule,
    "pattern": lambda value, rule: re.search(rule, value) is not None,
    "minimum": lambda value, rule: value >= rule,
    "maximum": lambda value, rule: value <= rule,
    "minItems": lambda value, rule: len(value) >= rule,
    "maxItems": lambda value, rule: len(value) <= rule,
}
_SHAPE = {"$ref", "type", "items", "properties", "required", "additionalProperties", "$schema", "$defs", "title"}
_KNOWN = {*_RULES, *_SHAPE}


def violations(value: Any, schema: Mapping[str, Any], root: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """Say where a value is not as the schema demands."""
    assert schema.keys() <= _KNOWN, schema.keys() - _KNOWN
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    named = schema.get("type", ())
    types = [_TYPES[name] for name in ([named] if isinstance(named, str) else named)]
    if types and (isinstance(value, bool) or not any(isinstance(value, kind) for kind in types)):
        yield f"{where}: {value!r} is no {named}"
        return
    if any(not fits(value, schema[rule]) for rule, fits in _RULES.items() if rule in schema):
        yield f"{where}: {value!r} does not fit {schema}"
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from violations(item, schema["items"], root, f"{where}[{n}]")
    if isinstance(value, dict):
        known = schema["properties"]
        assert schema["additionalProperties"] is False
        yield from (f"{where}: {name} is not allowed" for name in value.keys() - known.keys())
        yield from (f"{where}: {name} is missing" for name in schema["required"] if name not in value)
        for name in value.keys() & known.keys():
            yield from violations(value[name], known[name], root, f"{where}.{name}")
