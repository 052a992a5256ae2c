// Purpose: puts a cluster into a case: the cluster of that very run and its members with their
// roles. Its crime reports come along, and every report with a stolen transfer to a member. Adding
// twice changes nothing. Parameters: id, cluster, at, by. Returns: accounts, reports (in the case
// because of this cluster); no row where case or cluster is unknown.
MATCH (c:Case {id: $id}), (k:Cluster {id: $cluster})
SET c.runId = coalesce(c.runId, k.runId)
MERGE (c)-[f:FROM_CLUSTER]->(k)
  ON CREATE SET f.addedAt = $at, f.addedBy = $by
WITH c, k
CALL (c, k) {
  MATCH (k)-[m:MEMBER]->(a:Account)
  MERGE (c)-[i:INCLUDES]->(a)
    ON CREATE SET i.addedAt = $at, i.addedBy = $by
  SET i.role = coalesce(i.role, m.role), i.cluster = coalesce(i.cluster, k.id)
  RETURN count(a) AS accounts
}
CALL (k) {
  MATCH (r:Report) WHERE r.id IN coalesce(k.reports, [])
  RETURN collect(r) AS named
}
CALL (k) {
  MATCH (r:Report)
  UNWIND coalesce(r.transferIds, []) AS transferId
  MATCH ()-[:TRANSFER {id: transferId}]->(a:Account)
  WHERE EXISTS { (k)-[:MEMBER]->(a) }
  RETURN collect(DISTINCT r) AS paid
}
CALL (c, k, named, paid) {
  UNWIND named + paid AS r
  WITH DISTINCT c, k, r
  MERGE (c)-[x:ABOUT]->(r)
    ON CREATE SET x.addedAt = $at, x.addedBy = $by, x.cluster = k.id
  RETURN count(r) AS reports
}
RETURN accounts, reports
