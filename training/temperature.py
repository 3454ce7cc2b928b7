"""Fits a temperature by maximum likelihood, and computes the loss at that temperature."""
import math

from torch.nn import functional as F


def fit_temperature(logits, labels):
    """Returns the temperature in 0.14..7.4 with the smallest negative log-likelihood. Golden-section search suffices, because
    there is only one minimum."""
    def loss(t):
        return F.cross_entropy(logits.double() / math.exp(t), labels).item()

    low, high, ratio = -2.0, 2.0, (math.sqrt(5) - 1) / 2
    while high - low > 1e-4:
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if loss(a) < loss(b) else (a, high)
    return math.exp((low + high) / 2)


def calibrated_loss(logits, labels):
    """Returns the negative log-likelihood at the best temperature. It compares networks as they are after calibration."""
    return F.cross_entropy(logits.double() / fit_temperature(logits, labels), labels).item()
