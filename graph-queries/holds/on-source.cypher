// Purpose: holds that stand on data which a loaded file has: the accounts of a held person, the accounts and
// crime reports of a held case. Parameters: id (of the file), prefix (its number and a space).
// Returns: id, kind, what, reason.
MATCH (h:LegalHold) WHERE h.liftedAt IS NULL
CALL (h) {
  MATCH (c:Case {id: h.what})-[:INCLUDES]->(a:Account) WHERE h.kind = 'case' RETURN a
  UNION
  MATCH (c:Case {id: h.what})-[:ABOUT]->(:Report)-[:VICTIM]->(a:Account) WHERE h.kind = 'case' RETURN a
  UNION
  MATCH (:Holder {key: h.what})-[:HOLDS]->(a:Account) WHERE h.kind = 'person' RETURN a
  UNION
  MATCH (:Account {number: h.what})<-[:HOLDS]-(:Holder)-[:HOLDS]->(a:Account) WHERE h.kind = 'person' RETURN a
  UNION
  MATCH (a:Account {number: h.what}) WHERE h.kind = 'person' RETURN a
  UNION
  // So that a case of reports alone has a row, too.
  RETURN null AS a
}
WITH DISTINCT h, a
WHERE any(text IN coalesce(a.sourceRecords, []) WHERE text STARTS WITH $prefix)
   OR EXISTS { (a)-[t:TRANSFER]-() WHERE t.sourceId = $id OR $id IN coalesce(t.alsoSourceIds, []) }
   OR EXISTS { (:Source {id: $id})<-[:FROM]-(:Statement)-[:OF]->(a) }
   OR EXISTS { MATCH (s:AccountSession {source: $id}) WHERE s.account = a.number }
   OR (a IS NULL AND h.kind = 'case' AND EXISTS {
     MATCH (:Case {id: h.what})-[:ABOUT]->(r:Report)
     WHERE any(text IN coalesce(r.sourceRecords, []) WHERE text STARTS WITH $prefix)
   })
RETURN DISTINCT h.id AS id, h.kind AS kind, h.what AS what, h.reason AS reason
ORDER BY id
