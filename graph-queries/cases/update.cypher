// Purpose: changes title or status of a case. Parameters: id, title (or null), status (or null),
// at, by. Returns: id; no row where the case is unknown.
MATCH (c:Case {id: $id})
SET c.title = coalesce($title, c.title), c.status = coalesce($status, c.status), c.changedAt = $at, c.changedBy = $by
RETURN c.id AS id
