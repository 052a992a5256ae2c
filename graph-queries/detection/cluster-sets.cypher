// Purpose: members of every cluster of a run, to compare two. Parameters: run. Returns: id, rank,
// accounts.
MATCH (c:Cluster {runId: $run})
RETURN c.id AS id, c.rank AS rank, [(c)-[:MEMBER]->(a:Account) | a.number] AS accounts ORDER BY c.rank
