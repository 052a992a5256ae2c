// Purpose: the files that are no statements of single accounts, with the time each one covers.
// Parameters: none. Returns: source, from, until (first and last booking), rows; one row a file.
MATCH ()-[t:TRANSFER]->() WHERE t.ownSide IS NULL
RETURN t.sourceId AS source, min(t.bookedAt) AS from, max(t.bookedAt) AS until, count(*) AS rows
