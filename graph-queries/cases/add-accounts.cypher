// Purpose: puts accounts into a case. Parameters: id, accounts (numbers), at, by. Returns: number
// of each account found.
MATCH (c:Case {id: $id})
UNWIND $accounts AS number
MATCH (a:Account {number: number})
MERGE (c)-[i:INCLUDES]->(a)
  ON CREATE SET i.addedAt = $at, i.addedBy = $by
RETURN DISTINCT a.number AS number ORDER BY number
