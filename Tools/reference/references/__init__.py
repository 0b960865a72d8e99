"""All columns of values of a network: one module for each family of measures."""

from provenance import Ambiguous

from . import (
    brokerage,
    cohesion,
    communities,
    core,
    degrees,
    flows,
    groups,
    holes,
    layers,
    nearness,
    paths,
    positions,
    spectral,
    subgroups,
    two_mode,
    two_mode_holes,
    versatility,
)

FAMILIES = (
    degrees,
    paths,
    spectral,
    flows,
    cohesion,
    subgroups,
    core,
    nearness,
    holes,
    brokerage,
    positions,
    groups,
    layers,
    versatility,
    two_mode,
    two_mode_holes,
    communities,
)


def columns(sample):
    """The columns of a network, and the reasons for which others are left out."""
    found, reasons = [], []
    for family in FAMILIES:
        try:
            for entry in family.columns(sample):
                (reasons if isinstance(entry, Ambiguous) else found).append(entry)
        except Ambiguous as reason:
            reasons.append(reason)
    return found, [str(reason) for reason in reasons]
