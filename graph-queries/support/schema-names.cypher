// Purpose: which constraints are in force.
// Parameters: none. Returns: name.
SHOW CONSTRAINTS YIELD name RETURN name
