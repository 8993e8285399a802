"""Our own gold: what a careful reader finds in the example articles; docs/guidelines.md says how it is made."""
