"""Memory settings for PyTorch on a CPU."""
import os
import sys


def keep_memory():
    """Starts the script again with settings that keep freed memory. By default, glibc returns the memory of large tensors to the
    kernel after each step. Keeping it makes a step 1.5–1.9 times as fast."""
    if "MALLOC_TOP_PAD_" not in os.environ:
        keep = {"MALLOC_MMAP_THRESHOLD_": "10000000000", "MALLOC_TRIM_THRESHOLD_": "20000000000", "MALLOC_TOP_PAD_": "1000000000"}
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | keep)
