"""The networks that the package ships, each loaded once a process.

They keep to one thread, since ``--jobs`` divides the work by articles.
"""

from functools import cache
from importlib import resources

import onnxruntime as ort


@cache
def session_of(name: str) -> ort.InferenceSession:
    """Load a network by its name in ``models``."""
    return session(resources.files("detente.documents").joinpath("models", f"{name}.onnx").read_bytes())


def session(model: bytes) -> ort.InferenceSession:
    """Load a network from the bytes of its file."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
