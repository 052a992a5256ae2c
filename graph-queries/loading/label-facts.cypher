// Purpose: what sources say of labels so far. Parameters: accounts. Returns: key, facts.
UNWIND $accounts AS account
MATCH (l:Label {account: account})
RETURN l.account AS key, coalesce(l.sourceRecords, []) AS facts
