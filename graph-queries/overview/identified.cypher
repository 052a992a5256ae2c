// Purpose: droppers by the day a person took them for one. The person put the account into a case
// (no victim's), put a report into a case whose victim paid it, confirmed it, or wrote somebody down
// as a dropper of a case. The first of these days counts; a person counts once, and by an account
// not at all where the last decision about it is against it. Parameters: from, until (UTC
// milliseconds; null = no bound), district (of the case by which the person was named first; null =
// any). Returns: person (key), name, account (null = written down by name), case (null = by a
// decision about the account), district, at; the first day first.
CALL () {
  MATCH (c:Case)-[i:INCLUDES]->(a:Account)
  WHERE NOT a:Exit AND (
    NOT i.role IN ['victim', 'none']
    OR (i.role IS NULL AND NOT EXISTS { MATCH (c)-[:ABOUT]->(:Report)-[:VICTIM]->(a) })
  )
  RETURN a, i.addedAt AS at, c AS ofCase
  UNION ALL
  MATCH (c:Case)-[x:ABOUT]->(r:Report)
  UNWIND coalesce(r.transferIds, []) AS id
  MATCH (payer:Account)-[:TRANSFER {id: id}]->(a:Account)
  WHERE NOT a:Exit AND NOT EXISTS { MATCH (payer)<-[:HOLDS]-(:Holder)-[:HOLDS]->(a) }
  RETURN a, x.addedAt AS at, c AS ofCase
  UNION ALL
  MATCH (d:Decision {subject: 'account', verdict: 'confirmed'})
  MATCH (a:Account {number: d.target})
  RETURN a, d.decidedAt AS at, null AS ofCase
}
WITH a, at, ofCase ORDER BY at, ofCase.number
WITH a, collect({at: at, case: ofCase})[0] AS first
WHERE NOT coalesce(COLLECT {
  MATCH (d:Decision {subject: 'account', target: a.number})
  RETURN d.verdict ORDER BY d.decidedAt DESC, d.id LIMIT 1
}[0] IN ['dismissed', 'known-good'], false)
WITH a, first, [(h:Holder)-[:HOLDS]->(a) | h][0] AS holder
WITH collect({person: coalesce(holder.key, a.number), name: holder.name, account: a.number,
              at: first.at, case: first.case}) AS byAccount
WITH byAccount + COLLECT {
  MATCH (c:Case)-[:PERSON]->(p:Person {role: 'dropper'})
  RETURN {person: coalesce(p.holderKey, p.iin, p.id), name: p.name, account: null,
          at: coalesce(p.addedAt, p.at), case: c}
} AS known
UNWIND known AS one
WITH one.person AS person, one.name AS name, one.account AS account, one AS first
ORDER BY first.at, account IS NULL, account
WITH person, collect({name: name, account: account, at: first.at, case: first.case})[0] AS one
WHERE ($from IS NULL OR one.at >= $from) AND ($until IS NULL OR one.at < $until)
  AND ($district IS NULL OR one.case.district = $district)
RETURN person, one.name AS name, one.account AS account, one.case.id AS case, one.case.district AS district, one.at AS at
ORDER BY at, person
