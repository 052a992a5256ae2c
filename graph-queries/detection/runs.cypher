// Purpose: detection runs, newest first. Parameters: none. Returns: run (properties).
MATCH (r:DetectionRun) RETURN properties(r) AS run ORDER BY r.number DESC
