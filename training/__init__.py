"""Training of the learned layer; the package never imports it."""
