"""How a record's tables became what they are: one file a change, run by alembic, from the first shared form on."""
