// Purpose: people and accounts of a case that other cases have too: those written down, parties of
// claims, holders of accounts in the case, victims of its reports and whom they paid. Accounts that a
// search called innocent (role 'none') do not count. Parameters: id. Returns: kind ('person' or
// 'account'), id (IIN or account number), name, cases (id and title, in their order).
MATCH (x:Case)
CALL (x) {
  MATCH (x)-[i:INCLUDES]->(a:Account) WHERE coalesce(i.role, '') <> 'none' AND NOT a:Exit
  RETURN a
  UNION
  MATCH (x)-[:ABOUT]->(:Report)-[:VICTIM]->(a:Account)
  RETURN a
  UNION
  MATCH (x)-[:ABOUT]->(r:Report)
  UNWIND coalesce(r.transferIds, []) AS transfer
  MATCH (:Account)-[:TRANSFER {id: transfer}]->(a:Account) WHERE NOT a:Exit
  RETURN a
}
WITH x, collect(a) AS accounts
CALL (x, accounts) {
  UNWIND accounts AS a
  RETURN 'account' AS kind, a.number AS id, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS name
  UNION
  UNWIND accounts AS a
  MATCH (h:Holder)-[:HOLDS]->(a)
  RETURN 'person' AS kind, coalesce(h.iin, h.bin) AS id, h.name AS name
  UNION
  MATCH (x)-[:PERSON]->(p:Person)
  RETURN 'person' AS kind, p.iin AS id, p.name AS name
  UNION
  MATCH (x)-[:ABOUT]->(r:Report)
  RETURN 'person' AS kind, r.victimIin AS id, r.victimName AS name
  UNION
  MATCH (x)-[:HAS]->(k:Claim)
  UNWIND [{iin: k.victimIin, name: k.victimName}, {iin: k.defendantIin, name: k.defendantName}]
    + COLLECT { MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.iin, .name} } AS party
  RETURN 'person' AS kind, party.iin AS id, party.name AS name
}
WITH x, kind, id, name WHERE id IS NOT NULL
WITH kind, id, name, x ORDER BY x.id <> $id, x.number
WITH kind, id, head(collect(name)) AS name, collect(DISTINCT x) AS cases
WHERE size(cases) > 1 AND cases[0].id = $id
RETURN kind, id, name, [o IN tail(cases) | {id: o.id, title: o.title}] AS cases
ORDER BY kind DESC, id
