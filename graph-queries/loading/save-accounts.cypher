// Purpose: creates accounts or renews what is shown of them (null removes a property). Parameters:
// accounts (properties). Returns: nothing.
UNWIND $accounts AS properties
MERGE (a:Account {number: properties.number})
SET a += properties
