// Purpose: another password for the database's own user (run on the database "system"). Parameters:
// before, after. Returns: nothing. Needs an auto-commit session.
ALTER CURRENT USER SET PASSWORD FROM $before TO $after
