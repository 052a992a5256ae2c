// Purpose: accounts whose number begins with the text, or equals it. Parameters: prefix, limit.
// Returns: number, name, bank, reports (whose victim's account it is).
MATCH (a:Account) WHERE a.number STARTS WITH $prefix
WITH a ORDER BY a.number LIMIT $limit
RETURN a.number AS number, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS name, a.bank AS bank,
       [(r:Report)-[:VICTIM]->(a) | r.id] AS reports
