// Purpose: people and accounts of a case that other cases have too. Parameters: id. Returns: kind
// ('person' or 'account'), id (IIN or account number), name, cases (id and title, in their order).
MATCH (c:Case {id: $id})
CALL (c) {
  MATCH (c)-[:INCLUDES]->(a:Account)<-[:INCLUDES]-(o:Case)
  WHERE o <> c AND NOT a:Exit
  RETURN 'account' AS kind, a.number AS id, [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS name, o
  UNION
  CALL (c) {
    MATCH (c)-[:PERSON]->(p:Person) WHERE p.iin IS NOT NULL RETURN p.iin AS iin, p.name AS name
    UNION
    MATCH (c)-[:HAS]->(k:Claim) WHERE k.victimIin IS NOT NULL
    RETURN k.victimIin AS iin, k.victimName AS name
    UNION
    MATCH (c)-[:HAS]->(k:Claim) WHERE k.defendantIin IS NOT NULL
    RETURN k.defendantIin AS iin, k.defendantName AS name
  }
  WITH c, iin, collect(name)[0] AS name
  MATCH (o:Case)
  WHERE o <> c AND (
    EXISTS { MATCH (o)-[:PERSON]->(:Person {iin: iin}) }
    OR EXISTS { MATCH (o)-[:HAS]->(k:Claim) WHERE k.victimIin = iin OR k.defendantIin = iin }
  )
  RETURN 'person' AS kind, iin AS id, name, o
}
WITH kind, id, name, o ORDER BY o.number
RETURN kind, id, head(collect(name)) AS name, collect(DISTINCT {id: o.id, title: o.title}) AS cases
ORDER BY kind DESC, id
