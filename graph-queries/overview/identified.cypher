// Purpose: droppers by the day a person took them for one. The person put the account into a case
// (no victim's), put a report into a case whose victim paid it, or confirmed it. The first of these
// days counts; a person counts once, and not at all where the last decision about every such
// account is against it. Parameters: from, until (UTC milliseconds; null = no bound). Returns:
// droppers.
CALL () {
  MATCH (c:Case)-[i:INCLUDES]->(a:Account)
  WHERE NOT a:Exit AND (
    NOT i.role IN ['victim', 'none']
    OR (i.role IS NULL AND NOT EXISTS { MATCH (c)-[:ABOUT]->(:Report)-[:VICTIM]->(a) })
  )
  RETURN a, i.addedAt AS at
  UNION ALL
  MATCH (:Case)-[x:ABOUT]->(r:Report)
  UNWIND coalesce(r.transferIds, []) AS id
  MATCH (payer:Account)-[:TRANSFER {id: id}]->(a:Account)
  WHERE NOT a:Exit AND NOT EXISTS { MATCH (payer)<-[:HOLDS]-(:Holder)-[:HOLDS]->(a) }
  RETURN a, x.addedAt AS at
  UNION ALL
  MATCH (d:Decision {subject: 'account', verdict: 'confirmed'})
  MATCH (a:Account {number: d.target})
  RETURN a, d.decidedAt AS at
}
WITH a, min(at) AS at
WHERE NOT coalesce(COLLECT {
  MATCH (d:Decision {subject: 'account', target: a.number})
  RETURN d.verdict ORDER BY d.decidedAt DESC, d.id LIMIT 1
}[0] IN ['dismissed', 'known-good'], false)
WITH coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number) AS person, min(at) AS at
WHERE ($from IS NULL OR at >= $from) AND ($until IS NULL OR at < $until)
RETURN count(person) AS droppers
