// Purpose: the newest finished detection run. Parameters: none. Returns: id.
MATCH (r:DetectionRun) RETURN r.id AS id ORDER BY r.startedAt DESC LIMIT 1
