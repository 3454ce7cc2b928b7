"""Writes an ApparelNet as a TF.js graph model with fused kernels.

Writes the graph node by node instead of using tensorflowjs_converter. The converter needs TensorFlow, and it leaves ReLU6
outside the convolutions, which doubles the inference time on WASM.
"""
import base64
import json

import numpy as np

from storage import store

SAME, NHWC = ({"s": base64.b64encode(word).decode()} for word in (b"SAME", b"NHWC"))
FLOAT = {"type": "DT_FLOAT"}


def write_graph_model(net, size, folder, storage):
    """Writes `model.json` and `weights.bin` (`storage` is float16 or uint8) to a Path. Returns their total size in bytes.

    Input `image` [n,size,size,3], values -1..1. Outputs `logits` [n,classes], `kinds` [n,kinds], `embedding` [n,1280],
    `feature_map` [n,size/32,size/32,1280]. Raises OverflowError if a weight does not fit a float16.
    """
    graph = Graph(storage)
    graph.node("image", "Placeholder", [], dtype=FLOAT, shape={"shape": dimensions([-1, size, size, 3])})
    x = graph.convolution("stem", net.stem, "image")
    for i, block in enumerate(net.blocks):
        y = x if block.expand is None else graph.convolution(f"block_{i}/expand", block.expand, x)
        y = graph.convolution(f"block_{i}/depthwise", block.depthwise, y)
        y = graph.convolution(f"block_{i}/project", block.project, y, relu6=False)
        x = graph.node(f"block_{i}/add", "AddV2", [x, y], T=FLOAT) if block.residual else y
    x = graph.convolution("feature_map", net.head, x)
    axes = graph.constant("axes", np.array([1, 2], "<i4"))
    x = graph.node("embedding", "Mean", [x, axes], T=FLOAT, Tidx={"type": "DT_INT32"}, keep_dims={"b": False})
    graph.dense("logits", net.classifier, x)
    graph.dense("kinds", net.kinds, x)

    side = size // 32
    outputs = {"logits": [-1, net.classifier.out_features], "kinds": [-1, net.kinds.out_features], "embedding": [-1, 1280], "feature_map": [-1, side, side, 1280]}
    model = {
        "format": "graph-model",
        "generatedBy": "training/export.py",
        "convertedBy": None,
        "signature": {"inputs": {"image": tensor("image", [-1, size, size, 3])},
                      "outputs": {name: tensor(name, shape) for name, shape in outputs.items()}},
        "modelTopology": {"node": graph.nodes, "library": {}, "versions": {"producer": 1395}},
        "weightsManifest": [{"paths": ["weights.bin"], "weights": graph.specs}],
    }
    text = json.dumps(model, separators=(",", ":"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.json").write_text(text + "\n")
    (folder / "weights.bin").write_bytes(graph.data)
    return len(text) + 1 + len(graph.data)


class Graph:
    """Keeps nodes, weight specs and weight bytes consistent. Methods that add a node return its name."""

    def __init__(self, storage):
        self.storage = storage
        self.nodes, self.specs, self.data = [], [], b""

    def node(self, name, op, inputs, **attributes):
        self.nodes.append({"name": name, "op": op, "input": inputs, "attr": attributes})
        return name

    def constant(self, name, values):
        """Adds a numpy array. Integers are stored unchanged."""
        spec = {"name": name, "shape": list(values.shape), "dtype": "int32"}
        if values.dtype.kind == "f":
            values, quantization, _ = store(values, self.storage)
            spec |= {"dtype": "float32", "quantization": quantization}
        self.specs.append(spec)
        self.data += np.ascontiguousarray(values).tobytes()
        dtype = "DT_FLOAT" if spec["dtype"] == "float32" else "DT_INT32"
        value = {"tensor": {"dtype": dtype, "tensorShape": dimensions(values.shape)}}
        return self.node(name, "Const", [], dtype={"type": dtype}, value=value)

    def convolution(self, name, conv, x, relu6=True):
        depthwise = conv.groups > 1
        # PyTorch's layout is [out,in,h,w]. TF needs [h,w,in,out], or [h,w,channels,1] for a depthwise convolution.
        layout = (2, 3, 0, 1) if depthwise else (2, 3, 1, 0)
        kernel = self.constant(f"{name}/kernel", conv.weight.detach().permute(layout).numpy())
        bias = self.constant(f"{name}/bias", conv.bias.detach().numpy())
        op = "FusedDepthwiseConv2dNative" if depthwise else "_FusedConv2D"
        stride = conv.stride[0]
        return self.node(name, op, [x, kernel, bias], strides=numbers([1, stride, stride, 1]), dilations=numbers([1, 1, 1, 1]),
                         padding=SAME, data_format=NHWC, **fused(relu6))

    def dense(self, name, linear, x):
        kernel = self.constant(f"{name}/kernel", linear.weight.detach().t().numpy())
        bias = self.constant(f"{name}/bias", linear.bias.detach().numpy())
        return self.node(name, "_FusedMatMul", [x, kernel, bias], transpose_a={"b": False}, transpose_b={"b": False}, **fused(relu6=False))


def fused(relu6):
    ops = [b"BiasAdd", b"Relu6"] if relu6 else [b"BiasAdd"]
    return {"T": FLOAT, "num_args": {"i": "1"}, "fused_ops": {"list": {"s": [base64.b64encode(op).decode() for op in ops]}}}


def dimensions(shape):
    return {"dim": [{"size": str(side)} for side in shape]}


def numbers(values):
    return {"list": {"i": [str(value) for value in values]}}


def tensor(name, shape):
    return {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": dimensions(shape)}
