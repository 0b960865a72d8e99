"""Random draws that are the same with every version of Python: only `Random.random` is promised to be."""

import random


class Draws:
    """Draws of a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def below(self, bound):
        return int(self.random.random() * bound)

    def chance(self, probability):
        return self.random.random() < probability

    def choice(self, items):
        return items[self.below(len(items))]

    def shuffled(self, items):
        items = list(items)
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]
        return items
