// Purpose: the accounts of a cluster. Parameters: cluster. Returns: run, number.
MATCH (c:Cluster {id: $cluster})-[:MEMBER]->(a:Account)
RETURN c.runId AS run, a.number AS number ORDER BY number
