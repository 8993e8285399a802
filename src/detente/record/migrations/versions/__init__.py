"""The changes, each named after its revision; none is ever edited once it has been released."""
