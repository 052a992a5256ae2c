// Purpose: all clusters of a run with reasons of the members to look at first, cases they are in
// and names. Parameters: run. Returns: cluster (properties), name (of lookFirst), cases (ids), top
// (findings of the first three members: account, reasons as JSON).
MATCH (c:Cluster {runId: $run})
CALL (c) {
  MATCH (c)-[m:MEMBER]->(a:Account)
  WITH a, m ORDER BY m.order LIMIT 3
  MATCH (f:Finding {runId: c.runId, account: a.number})
  RETURN collect({account: f.account, reasons: f.reasons}) AS top
}
RETURN properties(c) AS cluster,
       [(h:Holder)-[:HOLDS]->(:Account {number: c.lookFirst}) | h.name][0] AS name,
       [(k:Case)--(c) | k.id] AS cases,
       top
ORDER BY c.rank
