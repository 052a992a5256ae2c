// Purpose: the stolen transfers of every report by the ids they have in the graph, in the order
// cited, then those that a person found for what the report describes, each with the victim's own
// figure; "" where the account lost just that with the fee. A source may cite the id of a record that
// was joined to another. What is not loaded keeps the id as cited. A report that names
// no victim's account has the payers of what was stolen as victims. Parameters: joined (a map: id of
// a row that was joined to another -> id of the transfer that is shown). Returns: nothing.
MATCH (r:Report)
WITH r, [id IN coalesce(r.cited, []) | {
  cited: id,
  found: coalesce(COLLECT { MATCH ()-[t:TRANSFER {id: id}]->() RETURN t.id }[0], $joined[id])
}] AS ids, COLLECT {
  MATCH (l:ReportLink {report: r.id, same: true})
  WHERE l.key IN coalesce(r.reportedKeys, [])
  WITH r, l, COLLECT { MATCH ()-[t:TRANSFER {id: l.transferId}]->() RETURN t {.id, .accountAmount} }[0] AS found,
       [at IN range(0, size(r.reportedKeys) - 1) WHERE r.reportedKeys[at] = l.key | r.reportedStated[at]][0] AS stated
  RETURN {
    id: coalesce(found.id, $joined[l.transferId], l.transferId),
    stated: CASE WHEN split(stated, ' ')[0] = toString(found.accountAmount) THEN '' ELSE coalesce(stated, '') END
  } ORDER BY l.key
} AS joined
WITH r, [one IN ids | coalesce(one.found, one.cited)] AS cited, joined
WITH r, cited, [one IN joined WHERE NOT one.id IN cited] AS joined
SET r.transferIds = cited + [one IN joined | one.id],
    r.stated = [at IN range(0, size(cited) - 1) | coalesce(r.stated[at], '')] + [one IN joined | one.stated]
WITH r
WHERE size(coalesce(r.victimAccounts, [])) = 0
CALL (r) {
  MATCH (r)-[v:VICTIM]->()
  DELETE v
}
UNWIND r.transferIds AS id
MATCH (a:Account)-[t:TRANSFER {id: id}]->() WHERE NOT a:Exit
MERGE (r)-[:VICTIM]->(a)
