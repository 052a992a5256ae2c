// Purpose: all transfers of some groups. Parameters: groups (from, to, amount, currency). Returns: from, to, properties.
UNWIND $groups AS g
MATCH (a:Account {number: g.from})-[t:TRANSFER]->(b:Account {number: g.to})
WHERE t.amount = g.amount AND t.currency = g.currency
RETURN DISTINCT a.number AS from, b.number AS to, properties(t) AS properties
