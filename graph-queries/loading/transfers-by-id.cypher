// Purpose: transfers as stored. Parameters: ids. Returns: from, to, properties.
UNWIND $ids AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->(b:Account)
RETURN a.number AS from, b.number AS to, properties(t) AS properties
