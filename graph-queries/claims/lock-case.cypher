// Purpose: makes every other opening of claims wait until this transaction ends, in this case and
// in others: one transfer, one claim. Parameters: id, at. Returns: number (claims ever opened in
// the case), status; no row where the case is unknown.
MERGE (n:Counter {name: 'claims'})
SET n.changedAt = $at
WITH n
MATCH (c:Case {id: $id})
RETURN coalesce(c.claimNumber, 0) AS number, c.status AS status
