"""Teachers that each leave out other shops, then students that learn from all of them, in a given time:
`python3 training/distil.py SETTINGS.toml --data PACKED --backbone DIR --out DIR --seconds 400`.

Made for an accelerator that is lent for minutes: what pack.py wrote is held in its memory, every phase ends by the clock, and
its results are written when it ends.
"""
import argparse
import copy
import sys
import time
import tomllib
import traceback
from pathlib import Path

import torch
from torch.nn import functional as F

from batch_norm import fold, unfold
from learner import Learner, half_precision
from measure import NONE, measure
from network import ApparelNet, load_backbone, load_exported
from pictures import CLASSES, weight_of
from resident import FORMAT, Resident, folds, predict
from views import Views

STARTED = time.time()
GROUNDS = ("unsplash", "olx_bikes", "olx_birds", "olx_cars", "olx_cats", "olx_dogs", "grocery", "fairface")
NETS_A_FILE = 3  # of 4.5 MB each


class Distillation:
    def __init__(self, settings, args):
        self.settings, self.out = settings, args.out
        self.deadline = STARTED + args.seconds
        self.log = open(args.out / "log.txt", "a")
        self.train, self.val = (Resident(args.data, split, args.processes) for split in ("train", "val"))
        self.say(f"{len(self.train.rows)} pictures to train on, {len(self.val.rows)} to choose by")
        self.folds = folds(self.train.rows, len(settings["teachers"]))
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.train.to(self.device), self.val.to(self.device)
        self.say(f"on {self.device}")
        self.starts = self.read_starts(args.backbone, args.model)
        generator = torch.Generator(self.device).manual_seed(settings["seed"])
        grounds = torch.tensor([i for i, row in enumerate(self.train.rows) if row["source"] in GROUNDS], device=self.device)
        self.views = Views(self.train, grounds, settings["views"], generator)
        self.chances = torch.tensor([weight_of(row, settings["weights"]) for row in self.train.rows])
        smoothing = settings["label_smoothing"]
        self.targets = F.one_hot(self.train.labels, len(CLASSES)).float() * (1 - smoothing) + smoothing / len(CLASSES)
        self.held_out = torch.zeros(len(self.train.rows), len(CLASSES))
        self.nets, self.logits, self.shares = {}, {}, {}

    def say(self, text):
        line = f"{time.time() - STARTED:6.1f} s  {text}"
        print(line, flush=True)
        print(line, file=self.log, flush=True)

    def read_starts(self, backbone, model):
        """Folded and with batch norm put back, by name."""
        folded = {"imagenet": load_backbone(ApparelNet(), backbone), "shipped": load_exported(ApparelNet(), model)}
        return {name: (net.to(self.device), unfold(copy.deepcopy(net), self.sample())) for name, net in folded.items()}

    def sample(self):
        """Pictures that batch norm takes its first statistics from."""
        step = max(1, len(self.train.rows) // self.settings["sample"])
        return self.train.plain(torch.arange(0, len(self.train.rows), step, device=self.device), 224)

    def phase(self, name, learners, seconds, sizes, chances, teachers=(), soft=0.0):
        """Trains the learners on the same views until `seconds` have passed. `sizes` are [(until, pixels)] of the progress."""
        started, steps, batch, spoken = time.time(), 0, self.settings["batch"], time.time()
        chances = chances.to(self.device)
        if seconds < 1:
            raise TimeoutError(f"no time is left for {name}")
        while (progress := (time.time() - started) / seconds) < 1:
            size = next(size for until, size in sizes if progress < until)
            index = torch.multinomial(chances, batch, True, generator=self.views.generator)
            x, y = self.views.mix(self.views.draw(index, size), self.targets[index])
            x = (x * 2 - 1).contiguous(memory_format=FORMAT)
            if teachers:
                y = torch.lerp(y, self.answers(teachers, x), soft)
            losses = [learner.step(x, y, progress) for learner in learners]
            steps += 1
            if steps % 8 == 0 or self.device.type == "cpu":
                values = [round(loss.item(), 3) for loss in losses]  # waits for the device, which would fall behind the clock
                if time.time() - spoken > 10:
                    spoken = time.time()
                    self.say(f"{name}: {steps} steps, {steps * batch / (spoken - started):.0f} pictures/s, {size} px, loss {values}")
        self.say(f"{name}: {steps} steps of {batch}")

    @torch.no_grad()
    def answers(self, nets, x):
        """The mean of their probabilities, [n,classes]."""
        with half_precision(x):
            return sum(net(x).float().softmax(1) for net in nets) / len(nets)

    def teach(self, k, teacher, seconds):
        """A teacher that does not see fold k: kept with the share of ImageNet's weights that serves unseen shops best."""
        settings = self.settings | teacher
        learner = Learner(self.starts[settings["start"]][1], settings, self.device)
        chances = torch.tensor([weight_of(row, settings["weights"]) for row in self.train.rows])
        self.phase(f"teacher {k}", [learner], seconds, settings["sizes"], torch.where(self.folds == k, 0.0, chances))
        self.keep(f"teacher-{k}", learner)
        tuned, first = fold(copy.deepcopy(learner.mean)), self.starts["imagenet"][0]
        apart = (self.folds == k).nonzero().flatten()
        shops = torch.tensor([i for i in apart.tolist() if self.train.rows[i]["source"] == "webshops"])
        found = []
        for share in (0.0, 0.1, 0.2, 0.3, 0.4):
            net = towards(tuned, first, share).to(self.device, memory_format=FORMAT)
            loss, right = judge(predict(net, self.train, 224, shops), self.train.labels.cpu()[shops])
            self.say(f"  {share} ImageNet: unseen shops {right:.4f}, loss {loss:.4f}")
            found.append((loss, share, net))
        _, share, net = min(found, key=lambda one: one[0])
        self.shares[f"teacher-{k}"] = share
        self.held_out[apart] = predict(net, self.train, 224, apart).softmax(1)
        self.logits[f"teacher-{k}"] = predict(net, self.val, 224)
        self.say(f"  {share}: {shown(self.logits[f'teacher-{k}'], self.val.rows)}")
        return net

    def clean(self):
        """Half of a target becomes what the teacher of its fold answers, where that is sure of another class. Shops' labels are
        right, as RUNS.md tells, and scarce."""
        labels = self.train.labels.cpu()
        own, best = self.held_out.gather(1, labels[:, None])[:, 0], self.held_out.amax(1)
        doubted = (own < 0.1) & (best > 0.7) & torch.tensor([row["source"] != "webshops" for row in self.train.rows])
        counts = {}
        for i in doubted.nonzero().flatten().tolist():
            key = f"{self.train.rows[i]['source']}/{self.train.rows[i]['label']}"
            counts[key] = counts.get(key, 0) + 1
        self.say(f"doubted: {counts}")
        rows = doubted.nonzero().flatten().to(self.device)
        self.targets[rows] = (self.targets[rows] + self.held_out.to(self.device)[rows]) / 2

    def keep(self, name, learner):
        state = {key: value.detach().cpu() for key, value in learner.mean.state_dict().items()}
        if not all(value.isfinite().all() for value in state.values()):
            raise ValueError(f"{name} diverged")
        self.nets[name] = {key: value.half() if value.is_floating_point() else value for key, value in state.items()}
        names = list(self.nets)
        for first in range(0, len(names), NETS_A_FILE):
            part = names[first:first + NETS_A_FILE]
            if name in part:
                torch.save({one: self.nets[one] for one in part}, self.out / f"nets-{first // NETS_A_FILE}.pt")

    def write_answers(self):
        torch.save({"val": self.logits, "val_files": [row["file"] for row in self.val.rows], "shares": self.shares, "folds": self.folds,
                    "held_out": self.held_out, "train_files": [row["file"] for row in self.train.rows]}, self.out / "answers.pt")

    def run(self):
        shipped = copy.deepcopy(self.starts["shipped"][0]).eval().to(self.device, memory_format=FORMAT)
        self.logits["shipped"] = predict(shipped, self.val, 224)
        self.say(f"shipped: {shown(self.logits['shipped'], self.val.rows)}")
        teachers, jobs = [], [(1.0, self.teach, (k, teacher)) for k, teacher in enumerate(self.settings["teachers"])]
        left = len(jobs) + self.settings["students_share"]
        for weight, job, given in jobs:
            try:
                seconds = (self.deadline - time.time() - self.settings["spare_seconds"]) * weight / left - 2
                teachers.append((given[0], job(*given, seconds)))
            except Exception:
                self.say(traceback.format_exc())
            left -= weight
            self.write_answers()
        if len(teachers) == len(jobs):
            self.clean()
        self.ensemble([shipped] + [net for k, net in teachers if self.shop_loss(f"teacher-{k}") < 1.5 * self.shop_loss("shipped")])

    def shop_loss(self, name):
        rows = torch.tensor([i for i, row in enumerate(self.val.rows) if row["source"] == "webshops"])
        return judge(self.logits[name][rows], self.val.labels.cpu()[rows])[0]

    def ensemble(self, teachers):
        together = torch.stack([predict(net, self.val, 224).softmax(1) for net in teachers]).mean(0)
        self.say(f"ensemble of {len(teachers)}: {shown(together.log(), self.val.rows)}")
        students = {}
        for student in self.settings["students"]:
            start = self.soup(teachers[1:]) if student["start"] == "soup" and teachers[1:] else self.starts["shipped"][1]
            students[student["name"]] = Learner(start, self.settings | student, self.device)
        seconds = self.deadline - time.time() - self.settings["spare_seconds"]
        try:
            self.phase("students", list(students.values()), seconds, self.settings["student_sizes"], self.chances, teachers, self.settings["soft"])
        except Exception:
            self.say(traceback.format_exc())
        for name, learner in students.items():
            self.keep(name, learner)
            self.logits[name] = predict(fold(copy.deepcopy(learner.mean)), self.val, 224)
            self.say(f"{name}: {shown(self.logits[name], self.val.rows)}")
            self.write_answers()

    def soup(self, nets):
        """The mean of folded networks, with batch norm put back."""
        states = [net.state_dict() for net in nets]
        net = ApparelNet()
        net.load_state_dict({key: sum(state[key].float().cpu() for state in states) / len(states) for key in states[0]})
        return unfold(net.to(self.device), self.sample())


def towards(tuned, first, share):
    """A folded network with a share of the convolutions that training began with."""
    net, begun = copy.deepcopy(tuned), first.state_dict()
    with torch.no_grad():
        for name, weight in net.state_dict().items():
            if not name.startswith("classifier"):
                weight.lerp_(begun[name].to(weight.device), share)
    return net.eval()


def judge(logits, labels):
    """Negative log-likelihood at the best of a few temperatures, and closedTop1."""
    losses = [F.cross_entropy(logits / t, labels).item() for t in (0.6, 0.8, 1.0, 1.25, 1.6)]
    garment = labels != NONE
    return min(losses), (logits[:, :NONE].argmax(1) == labels)[garment].double().mean().item()


def shown(logits, rows):
    chosen = torch.tensor([i for i, row in enumerate(rows) if row["source"] == "webshops"])
    labels = torch.tensor([CLASSES.index(row["label"]) for row in rows])[chosen]
    return "  ".join(f"{k} {v:.4f}" for k, v in measure(logits, rows).items()) + f"  webshops loss {judge(logits[chosen], labels)[0]:.4f}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="what pack.py wrote; parts may be missing")
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--model", type=Path, default=Path("models/apparel"), help="the network that is distilled on")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=400)
    parser.add_argument("--processes", type=int, default=16)
    parser.add_argument("--batch", type=int)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    settings = tomllib.loads(args.settings.read_text())
    if args.batch:
        settings["batch"] = args.batch
    torch.manual_seed(settings["seed"])
    torch.backends.cudnn.benchmark = settings["cudnn_benchmark"]
    run = Distillation(settings, args)
    run.run()
    run.say("finished")


if __name__ == "__main__":
    sys.exit(main())
