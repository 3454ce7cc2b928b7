"""What 1×1 convolutions of bytes would do to the answers: `python3 training/try_bytes.py [--every 2]`.

Weights of 8 bits with a scale for each output, activations of 7 bits with a range for each channel, as
`i32x4.relaxed_dot_i8x16_i7x16_add_s` takes them. The ranges' own scales go into the weights, so they cost nothing. Simulated in
float32, on val. A step towards kernels, not part of what ships.
"""
import argparse

import torch

from measure import measure, predict
from network import ApparelNet, load_exported
from pictures import Pictures

LARGEST_WEIGHT, LARGEST_INPUT = 127, 127
SEEN_EVERY = 74  # which of the training pictures the ranges are from: about 256, spread evenly


def ranges_of(net, convolutions, pictures):
    """Least and largest input of each channel, {name: ([c], [c])}; zero is always within."""
    found = {}

    def watch(name):
        def hook(_, inputs):
            x = inputs[0].transpose(0, 1).flatten(1)
            least, most = found.get(name, (x.new_zeros(len(x)), x.new_zeros(len(x))))
            found[name] = torch.minimum(least, x.amin(1)), torch.maximum(most, x.amax(1))
        return hook

    hooks = [conv.register_forward_pre_hook(watch(name)) for name, conv in convolutions.items()]
    predict(net, pictures)
    for hook in hooks:
        hook.remove()
    return found


def in_bytes(conv, least, most):
    """Rounds the weights of a convolution; returns a hook that rounds what it is given."""
    unit = ((most - least) / LARGEST_INPUT).clamp(min=1e-6)
    zero = (least / unit).round() * unit
    scaled = conv.weight.data * unit[None, :, None, None]
    step = (scaled.abs().amax((1, 2, 3), keepdim=True) / LARGEST_WEIGHT).clamp(min=1e-12)
    conv.weight.data = (scaled / step).round() * step / unit[None, :, None, None]
    unit, zero = unit[None, :, None, None], zero[None, :, None, None]
    return conv.register_forward_pre_hook(lambda _, x: (((x[0] - zero) / unit).round().clamp(0, LARGEST_INPUT) * unit + zero,))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data/apparel")
    parser.add_argument("--every", type=int, default=1, help="only each so many pictures of val")
    args = parser.parse_args()
    net = load_exported(ApparelNet(), "models/apparel").eval().to(memory_format=torch.channels_last)
    convolutions = {name: conv for name, conv in net.convolutions() if conv.kernel_size == (1, 1)}
    kept = {name: conv.weight.data.clone() for name, conv in convolutions.items()}
    val = Pictures(args.data, "val", 224, every=args.every)
    ranges = ranges_of(net, convolutions, Pictures(args.data, "train", 224, every=SEEN_EVERY))
    floats = predict(net, val)
    print("float32", {k: round(v, 4) for k, v in measure(floats, val.rows).items()}, flush=True)
    for title, words in (("projections", ["project"]), ("expansions and the last", ["expand", "head"]), ("all", ["project", "expand", "head"])):
        hooks = [in_bytes(conv, *ranges[name]) for name, conv in convolutions.items() if any(word in name for word in words)]
        logits = predict(net, val)
        off, other = (logits - floats).abs().mean().item(), (logits.argmax(1) != floats.argmax(1)).sum().item()
        figures = {k: round(v, 4) for k, v in measure(logits, val.rows).items()}
        print(f"{title} in bytes: logits off by {off:.3f}, {other} of {len(logits)} named otherwise", figures, flush=True)
        for hook in hooks:
            hook.remove()
        for name, conv in convolutions.items():
            conv.weight.data = kept[name].clone()


if __name__ == "__main__":
    with torch.no_grad():
        main()
