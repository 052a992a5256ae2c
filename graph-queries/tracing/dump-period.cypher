// Purpose: the time that dumps of whole banks cover, statements of single accounts left out.
// Parameters: none. Returns: from, until (null: no dump).
MATCH ()-[t:TRANSFER]->() WHERE t.ownSide IS NULL
RETURN min(t.bookedAt) AS from, max(t.bookedAt) AS until
