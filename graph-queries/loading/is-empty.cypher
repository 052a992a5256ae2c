// Purpose: is there nothing in the database but the record of migrations? Parameters: none.
// Returns: empty.
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:Migration } AS empty
