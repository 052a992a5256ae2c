// Purpose: which new rows bear the id of a transfer that is in. Parameters: rows (n, id). Returns:
// n. The index is named: while the database is young its counts tell the planner to read every
// transfer for every row.
UNWIND $rows AS row
MATCH ()-[t:TRANSFER {id: row.id}]->()
USING INDEX SEEK t:TRANSFER(id)
RETURN row.n AS n
