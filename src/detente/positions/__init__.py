"""IN the record. OUT what follows from it over time."""
