// Purpose: the stolen transfers of every report by the ids they have in the graph, in the order
// cited. A source may cite the id of a record that was joined to another. What is not loaded keeps
// the id as cited. A report that names no victim's account has the payers of what was stolen as
// victims. Parameters: none. Returns: nothing.
MATCH (r:Report)
WITH r, [id IN coalesce(r.cited, []) | {
  cited: id,
  found: COLLECT { MATCH ()-[t:TRANSFER {id: id}]->() RETURN t.id }[0]
}] AS ids
SET r.transferIds = [one IN ids | coalesce(one.found, one.cited)]
WITH r
WHERE size(coalesce(r.victimAccounts, [])) = 0
CALL (r) {
  MATCH (r)-[v:VICTIM]->()
  DELETE v
}
UNWIND r.transferIds AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->() WHERE NOT a:Exit
MERGE (r)-[:VICTIM]->(a)
