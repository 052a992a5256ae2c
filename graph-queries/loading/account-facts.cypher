// Purpose: what sources say of accounts so far. Parameters: numbers. Returns: key, facts.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
RETURN a.number AS key, coalesce(a.sourceRecords, []) AS facts
