// Purpose: sources by the beginning of their id or by file name (whole, or its last part).
// Parameters: text (lower case). Returns: source (map of its properties).
MATCH (s:Source)
WHERE s.id STARTS WITH $text OR toLower(s.fileName) = $text OR toLower(s.fileName) ENDS WITH '/' + $text
RETURN properties(s) AS source ORDER BY s.sequence
