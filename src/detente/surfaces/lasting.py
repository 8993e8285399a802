"""How long something may last: what has no end is broken off, so that it stops nobody but itself."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLongError(Exception):
    """What was done has not ended in time."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Break off what is done here after so many seconds; raise ``TooLongError`` then.

    Without effect where the system or the thread has no alarm of its own (Windows, any thread but the main one), or
    where whoever calls has set it already.
    """
    if not _has_alarm():
        yield
        return
    former = signal.signal(signal.SIGALRM, _break_off)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, former)


def _has_alarm() -> bool:
    here = threading.current_thread() is threading.main_thread()
    return here and hasattr(signal, "setitimer") and not any(signal.getitimer(signal.ITIMER_REAL))


def _break_off(_number: int, _frame: FrameType | None) -> None:
    raise TooLongError
