"""Runs a work as a process of its own and tells what it took."""

from __future__ import annotations

import json
import os
import pathlib
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


def whole(command: list[str], limit: float | None = None) -> tuple[float, int, str]:
    """Seconds of wall time, peak memory in bytes and output of a command, start and end of the process included."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=errors)
        except FileNotFoundError as error:
            raise Missing(str(error)) from error
        is_over = threading.Event()

        def end() -> None:
            is_over.set()
            process.kill()

        timer = threading.Timer(limit, end) if limit else None
        if timer:
            timer.daemon = True
            timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if timer:
            timer.cancel()
        if is_over.is_set():
            raise OverTime
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise Missing(_cause(errors.read().decode(errors="replace"), process.returncode))
        # Linux counts in kibibytes, macOS in bytes.
        unit = 1 if os.uname().sysname == "Darwin" else 1024
        return seconds, usage.ru_maxrss * unit, output.read().decode()


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
