// Purpose: what the stage and the card show of each account, with its finding in one detection run.
// Parameters: numbers (list of text), run (text or null).
// Returns: one row an account that exists.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
OPTIONAL MATCH (f:Finding {runId: $run, account: number})
WITH a, f, [(h:Holder)-[:HOLDS]->(a) | h][0] AS h
RETURN a.number AS number,
       a.bank AS bank,
       h.key AS holderKey,
       h.name AS holderName,
       coalesce(h.kind, 'unknown') AS holderKind,
       CASE WHEN a:Exit THEN a.kind END AS exitKind,
       coalesce(a.stub, false) AS stub,
       f.role AS role,
       f.score AS score,
       f.cluster AS cluster,
       EXISTS { (:Report)-[:VICTIM]->(a) } AS reported,
       COUNT { (a)-[:TRANSFER]->() } AS sentCount,
       COUNT { (a)<-[:TRANSFER]-() } AS receivedCount
