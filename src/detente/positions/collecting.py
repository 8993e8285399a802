"""Telling Python's collector of garbage not to look for cycles among very many small things that have none."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def made_to_stay() -> Iterator[None]:
    """Within it much is made that has no cycles to be found, and that stays as long as its record is open.

    Looking for cycles meanwhile would take half the time, and later, again and again, as long as a question. What
    stayed before is looked at again once, since it may have been replaced.
    """
    collected = gc.isenabled()
    gc.disable()
    gc.unfreeze()
    try:
        yield
    finally:
        gc.freeze()
        if collected:
            gc.enable()


def in_one_go(view: Callable[P, T]) -> Callable[P, T]:
    """Give a view during which nobody looks for cycles: it makes very many small things, and little of it stays.

    Looking for them again and again would take as long as the rest of a question.
    """

    @wraps(view)
    def answer(*given: P.args, **named: P.kwargs) -> T:
        if not gc.isenabled():
            return view(*given, **named)
        gc.disable()
        try:
            return view(*given, **named)
        finally:
            gc.enable()

    return answer
