"""Trains teachers that each leave out different shops, then distils them into students, within a time limit:
`python3 training/distil.py SETTINGS.toml PACKED [--seconds 440]`.

This suits an accelerator that is available for minutes. The output of pack.py stays in its memory, every phase has a deadline,
and each network is written when its phase ends.
"""
import argparse
import copy
import tomllib
from pathlib import Path

import torch

from blend import OUT, average
from course import Course
from doubts import soften
from folds import folds
from learner import Learner
from network import ApparelNet, load_backbone, load_exported
from pictures import CLASSES
from teacher import teach

TO_JUDGE = 2  # seconds reserved for evaluation after a teacher's phase


def run_teachers(course):
    """Returns the shipped network, and the teachers that are about as good on shops."""
    settings, second = course.settings, course.place(course.starts["second"])
    own = course.measure("second", second)["webshops loss"]
    fold_of = folds(course.train.rows, len(settings["teachers"]))
    unseen, good = torch.zeros(len(fold_of), len(CLASSES)), [second]
    for k, teacher in enumerate(settings["teachers"]):
        parts_left = len(settings["teachers"]) - k + settings["students_share"]
        apart = fold_of == k
        net, unseen[apart] = teach(course, k, settings | teacher, apart, course.seconds_left() / parts_left - TO_JUDGE)
        if course.measure(f"teacher-{k}", net)["webshops loss"] < settings["far_worse"] * own:
            good.append(net)
    if len(good) == 1:
        raise ValueError("all teachers know shops far worse than the network that shipped")
    soften(course, unseen)
    return good


def run_students(course, teachers):
    answers = course.ensemble(teachers)
    course.measure(f"ensemble of {len(teachers)}", lambda x: answers(x).log())
    learners = {}
    for student in course.settings["students"]:
        start = soup(course, teachers[1:]) if student["start"] == "soup" else course.starts[student["start"]]
        learners[student["name"]] = Learner(course.unfolded(start), course.settings | student, course.device)
    sizes = course.settings["student_sizes"]
    course.learn("students", list(learners.values()), course.seconds_left(), sizes, course.chances, answers)
    for name, learner in learners.items():
        course.measure(name, course.place(course.keep(name, learner)))


def soup(course, nets):
    return average([(1 / len(nets), copy.deepcopy(net).cpu()) for net in nets], course.starts["imagenet"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("settings", type=Path)
    parser.add_argument("packed", type=Path, help="what pack.py wrote")
    parser.add_argument("--out", type=Path, help="default: training/out/NAME")
    parser.add_argument("--seconds", type=float, default=440)
    args = parser.parse_args()
    out = args.out or OUT / args.settings.stem
    out.mkdir(parents=True, exist_ok=True)
    settings = tomllib.loads(args.settings.read_text())
    torch.manual_seed(settings["seed"])
    torch.backends.cudnn.benchmark = True  # there are few sizes, so a second spent on finding the fastest kernels pays off
    starts = {"imagenet": load_backbone(ApparelNet(), settings["backbone"]),
              "second": load_exported(ApparelNet(), settings["second"])}
    course = Course(settings, args.packed, starts, out, args.seconds)
    run_students(course, run_teachers(course))
    course.say("finished")


if __name__ == "__main__":
    main()
