"""State that the teachers and students of a distillation share: pictures on the device, views, targets, and a deadline."""
import copy
import time

import torch
from torch.nn import functional as F

from batch_norm import fold, unfold
from learner import half_precision
from measure import measure
from pictures import CLASSES
from sampling import weight_of
from resident import FORMAT, Resident
from views import Views, mix

BETWEEN_LINES = 10  # seconds between lines of the log


class Course:
    def __init__(self, settings, data, starts, out, seconds):
        """`starts` maps names to folded networks."""
        self.settings, self.starts, self.out, self.started = settings, starts, out, time.time()
        self.deadline = self.started + seconds
        self.log = open(out / "log.txt", "a")
        self.train, self.val = (Resident(data, split) for split in ("train", "val"))
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.train.to(self.device), self.val.to(self.device)
        self.say(f"{len(self.train.rows)} pictures to train on, {len(self.val.rows)} to choose by, on {self.device}")
        generator = torch.Generator(self.device).manual_seed(settings["seed"])
        self.views = Views(self.train, settings["views"], generator)
        self.chances = torch.tensor([weight_of(row, settings["weights"]) for row in self.train.rows])
        smoothing = settings["label_smoothing"]
        self.targets = F.one_hot(self.train.labels, len(CLASSES)).float() * (1 - smoothing) + smoothing / len(CLASSES)

    def say(self, text):
        line = f"{time.time() - self.started:6.1f} s  {text}"
        print(line, flush=True)
        print(line, file=self.log, flush=True)

    def seconds_left(self):
        return self.deadline - time.time() - self.settings["spare_seconds"]

    def place(self, net):
        """Returns a copy on the device."""
        return copy.deepcopy(net).eval().to(self.device, memory_format=FORMAT)

    def unfolded(self, net):
        """Returns a copy on the device with batch norm restored. Its initial statistics come from evenly spread pictures."""
        step = max(1, len(self.train.rows) // self.settings["sample"])
        sample = self.train.plain(torch.arange(0, len(self.train.rows), step, device=self.device), 224)
        return unfold(copy.deepcopy(net).to(self.device), sample)

    def learn(self, name, learners, seconds, sizes, chances, answers=None):
        """Trains all learners on the same views until the seconds have passed.

        `sizes` are [(until, pixels)], with `until` as a share of the time. `chances` [n] are the sampling weights of the
        pictures. `answers` returns soft targets [n,classes] for x, which are mixed in with the share `soft`. Raises
        TimeoutError if no time is left.
        """
        if seconds < 1:
            raise TimeoutError(f"no time is left for {name}")
        started = spoken = time.time()
        chances, batch, steps = chances.to(self.device), self.settings["batch"], 0
        while (progress := (time.time() - started) / seconds) < 1:
            size = next(pixels for until, pixels in sizes if progress < until)
            index = torch.multinomial(chances, batch, True, generator=self.views.draws.generator)
            x, y = mix(self.views.draws, self.views.draw(index, size), self.targets[index])
            x = (x * 2 - 1).contiguous(memory_format=FORMAT)
            if answers:
                y = torch.lerp(y, answers(x), self.settings["soft"])
            losses = [learner.step(x, y, progress) for learner in learners]
            steps += 1
            if steps % 8 == 0 or self.device.type == "cpu":
                values = [round(loss.item(), 3) for loss in losses]  # waits for the device, so steps cannot queue past the deadline
                if time.time() - spoken > BETWEEN_LINES:
                    spoken = time.time()
                    speed = steps * batch / (spoken - started)
                    self.say(f"{name}: {steps} steps, {speed:.0f} pictures/s, {size} px, loss {values}")
        self.say(f"{name}: {steps} steps of {batch}")

    def ensemble(self, nets):
        """Returns a function from x [n,3,s,s] to the mean of the networks' probabilities [n,classes]."""
        @torch.no_grad()
        def answers(x):
            with half_precision(x):
                return sum(net(x).float().softmax(1) for net in nets) / len(nets)

        return answers

    def keep(self, name, learner):
        """Writes the averaged network under this name for blend.py, and returns it on the CPU. Raises ValueError if it diverged."""
        net = fold(copy.deepcopy(learner.mean)).cpu()
        state = net.state_dict()
        if not all(value.isfinite().all() for value in state.values()):
            raise ValueError(f"{name} diverged")
        (self.out / name).mkdir(exist_ok=True)
        torch.save({key: value.half() for key, value in state.items()}, self.out / name / "network.pt")
        return net

    def measure(self, name, answers):
        """Returns and logs the figures on val. `answers` is a function from a batch to logits."""
        figures = measure(self.val.predict(answers), self.val)
        self.say(f"{name}: " + "  ".join(f"{key} {value:.4f}" for key, value in figures.items()))
        return figures
