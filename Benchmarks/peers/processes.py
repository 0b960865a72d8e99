"""Runs a work as a process of its own and tells what it took."""

from __future__ import annotations

import json
import os
import pathlib
import select
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from typing import Any


class Missing(Exception):
    """What was to be run is not there, or cannot do the work."""


class OverTime(Exception):
    """A run passed its limit and was ended."""

    def __init__(self, held: int) -> None:
        super().__init__()
        # Most memory held until then, in bytes, loading included.
        self.held = held


@dataclass(frozen=True)
class Run:
    """What one run took."""

    # The work alone, as the process timed it.
    seconds: float
    # Processor seconds of the work.
    cpu: float
    # Most memory held while the work ran, in bytes: graph, interpreter and libraries included.
    peak: int
    # The same less what was held when it began.
    growth: int
    # Most memory held at any time, loading the graph included.
    whole_peak: int
    # All that the process told.
    told: dict[str, Any]


# Seconds that loading may take before a process is ended; the limit of a run counts from there.
LOADING_LIMIT = 3_600


def whole(command: list[str], limit: float | None = None) -> tuple[float, int, str]:
    """Seconds of wall time, peak memory in bytes and output of a command, start and end of the process included.

    A limit holds from when the process says that it begins its work, by a byte to the descriptor that it is given.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        ready, told = os.pipe()
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, pass_fds=[told],
                env=os.environ | {"BENCH_READY": str(told)},
            )  # fmt: skip
        except FileNotFoundError as error:
            os.close(ready)
            raise Missing(str(error)) from error
        finally:
            os.close(told)
        watch = _Watch(process, ready, limit) if limit else None
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if watch:
            watch.finish()
        os.close(ready)
        # Linux counts in kibibytes, macOS in bytes.
        peak = usage.ru_maxrss * (1 if os.uname().sysname == "Darwin" else 1024)
        if watch and watch.is_over:
            raise OverTime(peak)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise Missing(_cause(errors.read().decode(errors="replace"), process.returncode))
        return seconds, peak, output.read().decode()


class _Watch:
    """Ends a process that works longer than its limit."""

    def __init__(self, process: subprocess.Popen, ready: int, limit: float) -> None:
        self.is_over = False
        self._process = process
        self._ready = ready
        self._limit = limit
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        # A process that ends without a word closes the pipe, which counts as something to read.
        readable, _, _ = select.select([self._ready], [], [], LOADING_LIMIT)
        if not readable or not self._is_done.wait(self._limit):
            self.is_over = True
            self._process.kill()

    def finish(self) -> None:
        self._is_done.set()
        self._thread.join()


def _cause(text: str, code: int) -> str:
    """The line that says why a process failed: where it names an error that one, else the last."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    named = [line for line in lines if "error" in line.lower()]
    return (named or lines or [f"it ended with {code}"])[-1]


def run(command: list[str], limit: float | None = None, values: pathlib.Path | None = None) -> Run:
    """Runs a runner; its last line is the JSON."""
    more = ["--values", str(values)] if values else []
    _, peak, output = whole(command + more, limit)
    told = json.loads(output.strip().splitlines()[-1])
    during = told["peakDuring"] or peak
    return Run(
        told["seconds"], told["cpu"], during, max(0, during - told["residentBefore"]),
        max(told["peakBefore"], during), told,
    )  # fmt: skip
