// Purpose: accounts by the phone of their list. Parameters: phone, limit. Returns: number, name, bank,
// reports (whose victim's account it is).
MATCH (a:Account {phone: $phone})
WITH a ORDER BY a.number LIMIT $limit
RETURN a.number AS number, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS name, a.bank AS bank,
       [(r:Report)-[:VICTIM]->(a) | r.id] AS reports
