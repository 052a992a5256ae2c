// Purpose: the highest ranked cluster of the newest detection run. Parameters: none. Returns: run,
// cluster (null = it found none); no row where nothing was ever detected.
MATCH (r:DetectionRun)
WITH r ORDER BY r.number DESC LIMIT 1
RETURN r.id AS run, COLLECT { MATCH (k:Cluster {runId: r.id}) RETURN k.id ORDER BY k.rank LIMIT 1 }[0] AS cluster
