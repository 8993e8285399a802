"""Détente: who stands where, since when, and on whose word."""

from importlib.metadata import version

__version__ = version("detente")

__all__ = ["__version__"]
