"""The memory: tables, database access, audit, migrations and the rules' repositories."""
