// Purpose: which new rows bear the id of a transfer that is in. Parameters: rows (n, id). Returns: n.
UNWIND $rows AS row
MATCH ()-[t:TRANSFER {id: row.id}]->()
RETURN row.n AS n
