// Purpose: groups of rows in which a person decided that two are one transfer. Parameters: none.
// Returns: groups (source-record.ts groupKey), each once.
MATCH (p:Pair {state: 'accepted'})
UNWIND [p.leftGroup, p.rightGroup] AS group
RETURN collect(DISTINCT group) AS groups
