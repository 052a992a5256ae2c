// Purpose: who the counterparties of an account are, by name and role: less than nodes.cypher,
// which also counts transfers. Parameters: numbers (list of text), run (text or null). Returns: one
// row an account that exists.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
OPTIONAL MATCH (f:Finding {runId: $run, account: number})
RETURN number,
       [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName,
       CASE WHEN a:Exit THEN a.kind END AS exitKind,
       f.role AS role,
       EXISTS { (:Report)-[:VICTIM]->(a) } AS reported
