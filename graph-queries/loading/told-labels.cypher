// Purpose: what sources told about labels so far. Parameters: accounts. Returns: account, told.
UNWIND $accounts AS account
MATCH (l:Label {account: account})
RETURN l.account AS account, coalesce(l.told, []) AS told
