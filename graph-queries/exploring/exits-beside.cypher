// Purpose: the exits (cash, purchases, exchanges, abroad) that some accounts paid into or were
// paid from. Parameters: numbers. Returns: number.
MATCH (n:Account) WHERE n.number IN $numbers
MATCH (n)-[:TRANSFER]-(e:Exit)
RETURN DISTINCT e.number AS number ORDER BY number
