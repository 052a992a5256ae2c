// Purpose: all transfers of some groups. Parameters: pairs (from, to, wanted: a map whose keys are
// "amount|currency"). Returns: from, to, properties. Both ends are found by the index first,
// whatever a young database's counts suggest; the transfers between two accounts are looked through
// once, however many groups they have.
UNWIND $pairs AS pair
MATCH (a:Account {number: pair.from})
USING INDEX a:Account(number)
MATCH (b:Account {number: pair.to})
USING INDEX b:Account(number)
WITH pair, a, b
MATCH (a)-[t:TRANSFER]->(b)
WHERE pair.wanted[toString(t.amount) + '|' + t.currency] IS NOT NULL
RETURN a.number AS from, b.number AS to, properties(t) AS properties
