"""Trains a teacher without one fold of the shops and of all other groups. It cannot have memorised its answers for that fold."""
import torch

from blend import average
from learner import Learner
from measure import NONE
from temperature import calibrated_loss

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)  # of ImageNet's weights in the average


def teach(course, k, settings, apart, seconds):
    """Returns the network averaged with the share of ImageNet's weights that is best on unseen shops, and its probabilities
    [m,classes] of the unseen pictures, which the mask `apart` [n] selects."""
    name = f"teacher-{k}"
    learner = Learner(course.unfolded(course.starts[settings["start"]]), settings, course.device)
    course.learn(name, [learner], seconds, settings["sizes"], torch.where(apart, 0.0, course.chances))
    tuned = course.keep(name, learner)
    rows = course.train.rows
    shops = torch.tensor([i for i in apart.nonzero().flatten().tolist() if rows[i]["source"] == "webshops"])
    found = []
    for share in SHARES:
        net = course.place(average([(1 - share, tuned)], course.starts["imagenet"]))
        loss, right = judge(course.train.predict(net, shops), course.train.labels.cpu()[shops])
        course.say(f"  {share} ImageNet: unseen shops {right:.4f}, loss {loss:.4f}")
        found.append((loss, net))
    _, net = min(found, key=lambda one: one[0])
    return net, course.train.predict(net, apart.nonzero().flatten()).softmax(1)


def judge(logits, labels):
    """Returns the negative log-likelihood after calibration, and closedTop1."""
    garment = labels != NONE
    return calibrated_loss(logits, labels), (logits[:, :NONE].argmax(1) == labels)[garment].double().mean().item()
