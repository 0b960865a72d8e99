"""All columns of values of a network: one module for each family of measures."""

from provenance import Ambiguous

from . import brokerage, cohesion, communities, degrees, flows, groups, holes, layers, paths, spectral, two_mode

FAMILIES = (degrees, paths, spectral, flows, cohesion, holes, brokerage, groups, layers, two_mode, communities)


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
