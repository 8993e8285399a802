"""IN record and positions. OUT what people and programs see."""
