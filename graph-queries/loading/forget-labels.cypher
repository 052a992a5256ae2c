// Purpose: labels no source gives any more go. Parameters: keys. Returns: nothing.
UNWIND $keys AS account
MATCH (l:Label {account: account})
DELETE l
