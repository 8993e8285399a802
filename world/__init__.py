"""Builds data files of the directory from public facts; never imported by the package."""
