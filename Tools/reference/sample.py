"""What a fixture graph is: vertices, ties as a dataset has them, and what is known of either."""

from dataclasses import dataclass, field


@dataclass
class Sample:
    """A small network before any convention is applied: ties may be parallel, run one way or both, or be self-ties."""

    name: str
    recipe: str
    size: int
    #: Rows (from, to, weight, is_directed).
    edges: list
    #: Country of each vertex, None where it is blank.
    groups: list = field(default_factory=list)
    #: "actor" or "venue" for each vertex of a two-mode network, else empty.
    modes: list = field(default_factory=list)
    #: Mission and method of each tie, None where it has none; empty where nobody has.
    missions: list = field(default_factory=list)
    methods: list = field(default_factory=list)
    seed: int | None = None

    @property
    def is_directed(self):
        return any(one_way for _, _, _, one_way in self.edges)

    @property
    def is_weighted(self):
        return any(weight != 1 for _, _, weight, _ in self.edges)

    def json(self):
        """The sample as the fixture file has it."""
        return {
            "name": self.name,
            "recipe": self.recipe,
            "seed": self.seed,
            "vertexCount": self.size,
            "edges": [list(edge) for edge in self.edges],
            "groups": self.groups,
            "modes": self.modes,
            "missions": self.missions,
            "methods": self.methods,
        }
