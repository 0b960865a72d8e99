"""What the numbers were measured on and with."""

from __future__ import annotations

import importlib.metadata
import os
import pathlib
import platform
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGES = ("igraph", "networkit", "rustworkx", "networkx", "polars", "scipy", "numpy")


def _printed(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def commit() -> str:
    """The commit, with a plus where files that are built differ from it."""
    changed = _printed("git", "status", "--porcelain", "--", "Sources", "Package.swift", "Benchmarks/Sources")
    return _printed("git", "rev-parse", "--short=10", "HEAD") + ("+" if changed else "")


def versions() -> dict[str, str]:
    """Versions of what took part."""
    found = {}
    for package in PACKAGES:
        try:
            found[package] = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            pass
    found["Python"] = platform.python_version()
    swift = re.search(r"Swift version (\S+)", _printed("swift", "--version"))
    if swift:
        found["Swift"] = swift[1]
    return found


def description() -> dict[str, object]:
    """Processor, cores, memory and system."""
    model = platform.processor() or platform.machine()
    memory = 0
    try:
        model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())[1]
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, TypeError, ValueError):
        pass
    system = f"{platform.system()} {platform.release()}"
    return {"processor": model, "cores": os.cpu_count() or 1, "memory": memory, "system": system}
