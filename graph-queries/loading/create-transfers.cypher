// Purpose: new transfers between accounts that are there. Parameters: transfers (from, to,
// properties). Returns: made.
UNWIND $transfers AS transfer
MATCH (a:Account {number: transfer.from})
MATCH (b:Account {number: transfer.to})
CREATE (a)-[t:TRANSFER]->(b)
SET t = transfer.properties
RETURN count(t) AS made
