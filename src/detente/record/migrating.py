"""The tables of a record: made where there are none, and taken from any released version to that of this program."""

from pathlib import Path

import sqlalchemy as sa

from detente.record.engines import changing
from detente.record.explaining import Unfit
from detente.record.tables import HEAD, about, alembic_version, tables
from detente.record.upgrading import MIGRATED, UPGRADES, hand_over

_FOLDER = Path(__file__).parent / "migrations"


def version(connection: sa.Connection) -> str | None:
    """Give the revision of the tables, or their version before alembic; None where there are no tables.

    Raise ``Unfit`` where the database holds something else.
    """
    found = sorted(sa.inspect(connection).get_table_names())
    if found and about.name not in found:
        raise Unfit(f"this database holds no record; found the tables {', '.join(found)}")
    if not found:
        return None
    schema = connection.execute(sa.select(about.c.value).where(about.c.name == "schema")).scalar()
    if schema != MIGRATED:
        return str(schema)
    return str(connection.execute(sa.select(alembic_version.c.version_num)).scalar())


def is_empty(engine: sa.Engine) -> bool:
    """Say whether there are no tables yet."""
    with engine.connect() as connection:
        return version(connection) is None


def prepare(engine: sa.Engine) -> None:
    """Make the tables, or take them to the present revision, in one transaction; nothing where all is as it should be.

    Raise ``Unfit`` where the tables are of a version that this program does not know.
    """
    with engine.connect() as connection:
        found = version(connection)
    if found == HEAD:
        return
    if found is not None and found not in UPGRADES:
        _known(found)
    with changing(engine) as connection:
        found = version(connection)  # another may have been here in between
        if found is None:
            _make(connection)
        elif found != HEAD:
            if found in UPGRADES:
                hand_over(connection, found)
            _upgrade(connection)


def _make(connection: sa.Connection) -> None:
    tables.create_all(connection)
    connection.execute(about.insert().values(name="schema", value=MIGRATED))
    connection.execute(alembic_version.insert().values(version_num=HEAD))


def _upgrade(connection: sa.Connection) -> None:
    from alembic import command  # noqa: PLC0415 - half a second that only an older record costs
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    command.upgrade(config, "head")


def _known(revision: str) -> None:
    """Raise ``Unfit`` for a revision that is not among those of this program."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    if revision not in {each.revision for each in ScriptDirectory(_FOLDER).walk_revisions()}:
        raise Unfit(f"its tables are of version {revision}; this program knows {HEAD} and those before it")
