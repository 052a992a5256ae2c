// Purpose: remember that migrations have been run.
// Parameters: names, at (UTC milliseconds). Returns: nothing.
UNWIND $names AS name
MERGE (m:Migration {name: name}) ON CREATE SET m.appliedAt = $at
