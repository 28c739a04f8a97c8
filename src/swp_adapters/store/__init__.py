"""The append-only log on SQLite and PostgreSQL, and what proves that nobody altered it."""
