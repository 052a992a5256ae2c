// Purpose: points and ranks of a run, to compare two. Parameters: run. Returns: account, points,
// rank.
MATCH (f:Finding {runId: $run}) RETURN f.account AS account, f.points AS points, f.rank AS rank ORDER BY f.order
