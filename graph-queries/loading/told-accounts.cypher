// Purpose: what sources told about accounts so far. Parameters: numbers. Returns: number, told.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
RETURN a.number AS number, coalesce(a.told, []) AS told
