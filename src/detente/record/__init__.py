"""IN claims. OUT the same claims, kept, found, judged."""
