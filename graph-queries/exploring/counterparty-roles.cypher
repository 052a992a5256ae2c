// Purpose: which accounts among these have a role, by a detection run or as a victim's: few of the
// thousands a hub deals with, so the others are not sent. Parameters: numbers (list of text), run
// (text or null). Returns: one row an account with a role or a report.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
OPTIONAL MATCH (f:Finding {runId: $run, account: number})
WITH number, f.role AS role, EXISTS { (:Report)-[:VICTIM]->(a) } AS reported
WHERE role IS NOT NULL OR reported
RETURN number, role, reported
