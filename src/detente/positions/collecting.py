"""Telling Python's collector of garbage not to look for cycles among very many small things that stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
