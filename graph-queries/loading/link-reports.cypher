// Purpose: the stolen transfers of every report by the ids they have in the graph, in the order
// cited, then those that a person found for what the report describes. A source may cite the id of
// a record that was joined to another. What is not loaded keeps the id as cited. A report that names
// no victim's account has the payers of what was stolen as victims. Parameters: joined (a map: id of
// a row that was joined to another -> id of the transfer that is shown). Returns: nothing.
MATCH (r:Report)
WITH r, [id IN coalesce(r.cited, []) | {
  cited: id,
  found: coalesce(COLLECT { MATCH ()-[t:TRANSFER {id: id}]->() RETURN t.id }[0], $joined[id])
}] AS ids, COLLECT {
  MATCH (l:ReportLink {report: r.id, same: true})
  WHERE l.key IN coalesce(r.reportedKeys, [])
  WITH l, COLLECT { MATCH ()-[t:TRANSFER {id: l.transferId}]->() RETURN t.id }[0] AS found
  RETURN coalesce(found, $joined[l.transferId], l.transferId) ORDER BY l.key
} AS joined
WITH r, [one IN ids | coalesce(one.found, one.cited)] AS cited, joined
SET r.transferIds = cited + [id IN joined WHERE NOT id IN cited]
WITH r
WHERE size(coalesce(r.victimAccounts, [])) = 0
CALL (r) {
  MATCH (r)-[v:VICTIM]->()
  DELETE v
}
UNWIND r.transferIds AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->() WHERE NOT a:Exit
MERGE (r)-[:VICTIM]->(a)
