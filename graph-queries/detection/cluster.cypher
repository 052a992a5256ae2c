// Purpose: one cluster's run. Parameters: cluster. Returns: run.
MATCH (c:Cluster {id: $cluster}) RETURN c.runId AS run
