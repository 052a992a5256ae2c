// Purpose: the newest decision of every account and cluster. Parameters: none. Returns: decision.
MATCH (d:Decision)
WITH d ORDER BY d.decidedAt DESC, d.id
WITH d.target AS target, head(collect(d)) AS d
RETURN properties(d) AS decision ORDER BY target
