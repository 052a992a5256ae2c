// Purpose: who the counterparties of an account are, by name. Parameters: numbers (list of text).
// Returns: one row an account that exists.
UNWIND $numbers AS number
MATCH (a:Account {number: number})
RETURN number,
       [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS holderName,
       CASE WHEN a:Exit THEN a.kind END AS exitKind
