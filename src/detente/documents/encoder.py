"""The learned layer: one pass of a small encoder (MiniLM, quantised, through onnxruntime) over the document's words.

Its states serve every head that is trained on them (``heads.py`` asks for attributions); the weights, how they were
made and from what stand in ``models/README.md``.
"""

from dataclasses import replace

import numpy as np
import onnxruntime as ort

from detente.documents.document import Document
from detente.documents.encoded import Array, Encoded, Window
from detente.documents.sessions import session_of
from detente.documents.windows import windows
from detente.settings import Settings

_ONLY = ort.RunOptions()
_ONLY.only_execute_path_to_fetches = True


def annotate(document: Document, settings: Settings) -> Document:
    """Give every token of the document its state, window by window; nothing where the settings leave it out."""
    if not settings.learned:
        return document
    return replace(document, encoded=tuple(_encode(each) for each in windows(document)))


def _encode(window: Window) -> Encoded:
    given = {"ids": np.array([window.ids], np.int64), "quoted": np.array([window.quoted], np.int64)}
    states, half = session_of("encoder").run(["states", "trunk"], given, _ONLY)
    return Encoded(window, states[list(window.starts)], half)


def trunk(window: Window) -> Array:
    """Give the states of a window's pieces half-way up the encoder, float32 [pieces, 384]: there branches grow."""
    given = {"ids": np.array([window.ids], np.int64), "quoted": np.array([window.quoted], np.int64)}
    states: Array = session_of("encoder").run(["trunk"], given, _ONLY)[0]
    return states
