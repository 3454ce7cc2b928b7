"""A teacher leaves out a fold of the shops, and of all other groups: what it answers to those, it did not learn by heart."""
import torch

from blend import average
from learner import Learner
from measure import NONE
from temperature import calibrated_loss

SHARES = (0.0, 0.1, 0.2, 0.3, 0.4)  # of ImageNet's weights


def teach(course, k, settings, apart, seconds):
    """The network with the share of ImageNet's weights that serves unseen shops best, and its probabilities [m,classes] of
    the pictures it has not seen, which the mask `apart` [n] has."""
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
    """Negative log-likelihood once calibrated, and closedTop1."""
    garment = labels != NONE
    return calibrated_loss(logits, labels), (logits[:, :NONE].argmax(1) == labels)[garment].double().mean().item()
