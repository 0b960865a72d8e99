"""Where a column of values comes from."""

from dataclasses import dataclass, field
from importlib.metadata import version

#: Tools by the name of the package that is installed.
TOOLS = {
    "networkx": "networkx",
    "igraph": "igraph",
    "bctpy": "bctpy",
    "mpmath": "mpmath",
    "scipy": "scipy",
    "python": None,
}

NETWORKX, IGRAPH, BCTPY, MPMATH, SCIPY, PYTHON = TOOLS


class Ambiguous(Exception):
    """The definition does not settle the values of a graph; the message says why."""


class ToolDiffers(Exception):
    """A tool and the definition disagree, which a person must look into."""


def tool_version(tool):
    return version(TOOLS[tool]) if TOOLS[tool] else "3"


@dataclass
class Column:
    """Values of a measure, one for each vertex, by the convention of the contract; None where undefined."""

    id: str
    options: dict
    values: list
    tool: str
    #: The call that gave them, or the publication whose definition was followed.
    call: str
    #: What the tool's number was multiplied with.
    factor: str = "1"
    note: str = ""
    #: Facts about the graph as a whole, such as bounds, in place of values.
    facts: dict = field(default_factory=dict)
    #: Whether values are names.
    is_named: bool = False

    @property
    def reference(self):
        """What is the same for all columns of a kind."""
        return {
            "tool": self.tool,
            "version": tool_version(self.tool),
            "call": self.call,
            "factor": self.factor,
            "note": self.note,
        }


def must_agree(ours, tool, what, relative=1e-9, absolute=1e-12):
    """Stops everything where a tool does not confirm a value that is computed otherwise."""
    for vertex, (x, y) in enumerate(zip(ours, tool, strict=True)):
        if abs(x - y) > max(absolute, relative * max(abs(x), abs(y))):
            raise ToolDiffers(f"{what} at vertex {vertex}: {x!r} by the definition, {y!r} by the tool")
