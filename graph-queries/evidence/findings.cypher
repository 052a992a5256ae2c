// Purpose: what detection found about the accounts of a case, in the runs the case cites.
// Parameters: case. Returns: runId, account, role, score, points, rank, oneIn, cluster, reasons and
// against (JSON).
MATCH (c:Case {id: $case})-[:INCLUDES]->(a:Account)
WITH c, collect(a.number) AS numbers
MATCH (c)-[:FROM_CLUSTER]->(k:Cluster)
WITH DISTINCT k.runId AS runId, numbers
UNWIND numbers AS number
MATCH (f:Finding {runId: runId, account: number})
RETURN f.runId AS runId, f.account AS account, f.role AS role, f.score AS score, f.points AS points, f.rank AS rank,
       f.oneIn AS oneIn, f.cluster AS cluster, f.reasons AS reasons, f.against AS against
ORDER BY runId, points DESC, account
