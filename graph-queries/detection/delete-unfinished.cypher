// Purpose: takes away what a run left that was cut off before it was finished. Parameters: none.
// Returns: deleted.
MATCH (x:Cluster|Finding)
WHERE NOT EXISTS { MATCH (r:DetectionRun {id: x.runId}) }
CALL (x) { DETACH DELETE x } IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS deleted
