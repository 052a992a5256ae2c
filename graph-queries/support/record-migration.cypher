// Purpose: remember that a migration has been run.
// Parameters: name, at (UTC milliseconds). Returns: nothing.
MERGE (m:Migration {name: $name}) ON CREATE SET m.appliedAt = $at
