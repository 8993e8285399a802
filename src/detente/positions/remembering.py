"""Remembering what was worked out of a record, as long as nothing is read or judged, and no more than has room."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from detente.positions.identified import Identified

T = TypeVar("T")
MOST = 128
"""So many answers of all kinds are remembered of one state of a record: those that were asked for last."""

_remembered: "WeakKeyDictionary[Identified, OrderedDict[Hashable, Any]]" = WeakKeyDictionary()


def remembered(seen: Identified, key: Hashable, make: Callable[[], T]) -> T:
    """Give what ``make`` gives, made once for a key: nobody may change it. ``key`` begins with what it is."""
    known = _remembered.setdefault(seen, OrderedDict())
    if key in known:
        known.move_to_end(key)
    else:
        known[key] = make()
        if len(known) > MOST:
            known.popitem(last=False)
    found: T = known[key]
    return found
