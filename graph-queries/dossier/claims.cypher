// Purpose: what the dossiers of claims are made of. Parameters: case, claims (ids). Returns: one
// row a claim that the case has, with caseVersion, claim (parties, sum, currency, reports,
// version), fields (what a person wrote, or null), sources (of its transfers as they stand today),
// accounts (of the defendants: all of the holders, and those of the claim; holder = key of each),
// joint (who answers together with the defendant), filedIn (the court that the last filing names;
// one or none).
MATCH (c:Case {id: $case})-[:HAS]->(k:Claim) WHERE k.id IN $claims
RETURN coalesce(c.version, 0) AS caseVersion,
       k {.id, .victimKey, .victimName, .victimIin, victimAccounts: coalesce(k.victimAccounts, []),
          .defendantKey, .defendantName, .defendantIin, .jointWhy, .jointWhyKk, .currency, .reports, version: coalesce(k.version, 0),
          amount: reduce(sum = 0, x IN COLLECT { MATCH (k)-[:LINE]->(l:ClaimLine) RETURN l.amount } | sum + x)
       } AS claim,
       COLLECT { MATCH (k)-[:DOSSIER]->(d:Dossier) RETURN properties(d) }[0] AS fields,
       COLLECT {
         MATCH (k)-[:LINE]->(l:ClaimLine)
         OPTIONAL MATCH (:Account)-[t:TRANSFER {id: l.transferId}]->(:Account)
         WITH DISTINCT coalesce(t.sourceId, l.sourceId) AS source
         MATCH (s:Source {id: source})
         RETURN s {.id, .fileName, .requestNumber, .requestDate, .sanctionedBy} ORDER BY s.id
       } AS sources,
       COLLECT {
         MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0
         MATCH (a:Account {number: l.to})
         RETURN a {.number, .bank, holder: coalesce([(h:Holder)-[:HOLDS]->(a) | h.key][0], a.number)} AS account
         UNION
         MATCH (h:Holder {key: k.defendantKey})-[:HOLDS]->(a:Account) WHERE NOT a:Exit
         RETURN a {.number, .bank, holder: h.key} AS account
         UNION
         MATCH (k)-[:JOINT]->(j:JointDefendant)
         MATCH (h:Holder {key: j.key})-[:HOLDS]->(a:Account) WHERE NOT a:Exit
         RETURN a {.number, .bank, holder: h.key} AS account
       } AS accounts,
       COLLECT {
         MATCH (k)-[:JOINT]->(j:JointDefendant) RETURN j {.key, .name, .iin, .person} ORDER BY j.number
       } AS joint,
       COLLECT {
         MATCH (k)-[:MOVE]->(m:ClaimMove {to: 'filed'}) WHERE m.court IS NOT NULL
         WITH m ORDER BY m.number DESC LIMIT 1
         RETURN m.court
       } AS filedIn
