"""From the trained network to the files that the package ships: an ONNX encoder of small integers, a head of numpy."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from training.network import HEADS, WIDTH, Attribution, Encoder


class _One(nn.Module):
    """The encoder for a single window: nothing is padded, so nothing is masked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, quoted: Tensor) -> Tensor:
        return self.encoder(ids, quoted)[0]


def export_encoder(encoder: Encoder, target: Path) -> None:
    """Write the encoder: int64 ``ids`` and ``quoted`` [1, pieces] to float32 ``states`` [pieces, WIDTH].

    Weights are rounded to 7 bits (``reduce_range``): 8 bits overflow on processors without VNNI instructions.
    """
    example = torch.randint(0, 1000, (1, 48)), torch.zeros((1, 48), dtype=torch.int64)
    axes = {"ids": {1: "pieces"}, "quoted": {1: "pieces"}, "states": {0: "pieces"}}
    with TemporaryDirectory() as folder:
        plain, fused = f"{folder}/plain.onnx", f"{folder}/fused.onnx"
        torch.onnx.export(
            _One(encoder.eval()),
            example,
            plain,
            input_names=["ids", "quoted"],
            output_names=["states"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        optimize_model(plain, model_type="bert", num_heads=HEADS, hidden_size=WIDTH).save_model_to_file(fused)
        quantize_dynamic(
            fused,
            target,
            weight_type=QuantType.QInt8,
            reduce_range=True,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )


def export_head(head: Attribution, target: Path) -> None:
    """Write the weights of the head by their names, in half precision."""
    arrays = {name: each.detach().numpy().astype(np.float16) for name, each in head.state_dict().items()}
    np.savez_compressed(target, **arrays)
