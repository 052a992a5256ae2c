// Purpose: remembers which statements were asked for, once each. Parameters: wanted (id, account, from,
// until: UTC milliseconds, until null = up to the answer), by, at. Returns: id.
UNWIND $wanted AS one
MERGE (q:StatementRequest {id: one.id})
ON CREATE SET q.account = one.account, q.from = one.from, q.until = one.until, q.by = $by, q.at = $at
RETURN q.id AS id
