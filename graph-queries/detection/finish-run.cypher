// Purpose: makes a stored run visible: the run itself and its links to clusters, last. Parameters:
// run (properties). Returns: id.
CREATE (r:DetectionRun)
SET r = $run
WITH r
CALL (r) {
  MATCH (c:Cluster {runId: r.id})
  CREATE (r)<-[:OF_RUN]-(c)
  RETURN count(c) AS linked
}
RETURN r.id AS id
