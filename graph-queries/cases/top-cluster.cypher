// Purpose: the highest ranked cluster of the newest detection run. Parameters: none. Returns: id.
MATCH (r:DetectionRun)
WITH r ORDER BY r.number DESC LIMIT 1
MATCH (k:Cluster {runId: r.id})
RETURN k.id AS id ORDER BY k.rank LIMIT 1
