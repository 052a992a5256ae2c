// Purpose: all transfers of some groups. Parameters: groups (from, to, amount, currency). Returns: from, to, properties. Both ends are found by
// the index first, whatever a young database's counts suggest.
UNWIND $groups AS g
MATCH (a:Account {number: g.from})
USING INDEX a:Account(number)
MATCH (b:Account {number: g.to})
USING INDEX b:Account(number)
MATCH (a)-[t:TRANSFER]->(b)
WHERE t.amount = g.amount AND t.currency = g.currency
RETURN DISTINCT a.number AS from, b.number AS to, properties(t) AS properties
