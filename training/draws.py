"""Random numbers on a device, one a picture of a batch."""
import torch


class Draws:
    """`settings` are the chances, 0..1, of a run's table `[views]`."""

    def __init__(self, settings, generator):
        self.settings, self.generator = settings, generator

    def uniform(self, *shape, low=0.0, high=1.0):
        return low + (high - low) * torch.rand(*shape, generator=self.generator, device=self.generator.device)

    def normal(self, *shape):
        return torch.randn(*shape, generator=self.generator, device=self.generator.device)

    def chance(self, n, name):
        """Mask [n], true as often as the settings say under this name."""
        return self.uniform(n) < self.settings[name]
