// Purpose: as save-accounts, for the ends where money leaves. Parameters: accounts (properties).
// Returns: nothing.
UNWIND $accounts AS properties
MERGE (a:Account {number: properties.number})
SET a:Exit, a += properties
