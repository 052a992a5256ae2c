// Purpose: the plain way to load, to measure ours against (bench load): accounts and transfers
// merged in one statement. Parameters: rows (from, to, properties). Returns: nothing.
UNWIND $rows AS row
MERGE (a:Account {number: row.from})
MERGE (b:Account {number: row.to})
MERGE (a)-[t:TRANSFER {id: row.properties.id}]->(b)
SET t += row.properties
