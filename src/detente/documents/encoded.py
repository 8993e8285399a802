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
    """A window, a state for each of its tokens, and those of its pieces half-way up, from which branches grow.

    float32, [tokens, 384] and [pieces, 384].
    """

    window: Window
    states: Array
    trunk: Array
