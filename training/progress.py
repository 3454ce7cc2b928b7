"""One line that shows the progress and the remaining time of the epoch."""
import sys
import time


class Progress:
    def __init__(self, name, total, done=0):
        self.name, self.total, self.done, self.first = name, total, done, done
        self.started, self.shown, self.loss = time.time(), 0.0, float("nan")

    def step(self, loss):
        self.done += 1
        self.loss = loss if self.loss != self.loss else 0.98 * self.loss + 0.02 * loss
        now = time.time()
        # Update a terminal often, but write only one line per minute to a log file.
        if now - self.shown > (0.5 if sys.stdout.isatty() else 60) or self.done == self.total:
            self.shown = now
            self.show((now - self.started) / (self.done - self.first))

    def show(self, seconds_a_step):
        filled = round(24 * self.done / self.total)
        left = round(seconds_a_step * (self.total - self.done))
        bar = "█" * filled + "·" * (24 - filled)
        text = f"{self.name} {bar} {self.done}/{self.total}  loss {self.loss:.3f}  {seconds_a_step * 1000:.0f} ms a step  ETA {left // 60}:{left % 60:02d}"
        print(text, end="\r" if sys.stdout.isatty() and self.done < self.total else "\n", flush=True)
