"""Random numbers on a device, one per picture of a batch."""
import torch


class Draws:
    """`settings` is the table `[views]` of a run: probabilities, 0..1."""

    def __init__(self, settings, generator):
        self.settings, self.generator = settings, generator

    def uniform(self, *shape, low=0.0, high=1.0):
        return low + (high - low) * torch.rand(*shape, generator=self.generator, device=self.generator.device)

    def normal(self, *shape):
        return torch.randn(*shape, generator=self.generator, device=self.generator.device)

    def chance(self, n, name):
        """Returns a mask [n] that is true with the probability of this name in the settings."""
        return self.uniform(n) < self.settings[name]
