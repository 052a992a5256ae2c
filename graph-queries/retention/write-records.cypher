// Purpose: writes records as they stand after an erasure. Parameters: records (element, properties).
// Returns: written.
UNWIND $records AS one
MATCH (n) WHERE elementId(n) = one.element
SET n = one.properties
RETURN count(n) AS written
