"""What the encoder makes of a stretch of a document."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


class Window(NamedTuple):
    """Tokens ``first`` up to ``last``: their pieces, whether each piece is quoted, and each token's first piece."""

    first: int
    last: int
    ids: tuple[int, ...]
    quoted: tuple[int, ...]
    starts: tuple[int, ...]


class Encoded(NamedTuple):
    """A window, and a state for each of its tokens: float32, [tokens, 384]."""

    window: Window
    states: Array
