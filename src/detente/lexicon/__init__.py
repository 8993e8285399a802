"""IN data files. OUT frozen entries.

A language is a folder of YAML files under ``languages``; the taxonomies hold for all languages; ``world`` holds
dated facts about states, bodies, offices and outlets. Every entry of a rule carries its own examples.
"""

from detente.lexicon.factuality import Embedder, embedders
from detente.lexicon.load import Examples, entries, read_csv, read_yaml
from detente.lexicon.times import Lexicon, TimePattern, TimeWord, is_common, time_lexicon

__all__ = [
    "Embedder",
    "Examples",
    "Lexicon",
    "TimePattern",
    "TimeWord",
    "embedders",
    "entries",
    "is_common",
    "read_csv",
    "read_yaml",
    "time_lexicon",
]
