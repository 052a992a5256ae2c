// Purpose: for tests only: filings as an older version of the program wrote them, without the facts
// that they keep. Parameters: none. Returns: nothing needed.
MATCH (m:ClaimMove) WHERE m.filing IS NOT NULL
REMOVE m.filing
