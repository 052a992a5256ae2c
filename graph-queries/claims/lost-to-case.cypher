// Purpose: losses of a case's drafts that reports name which are about to be taken out of it.
// Parameters: case, reports (ids). Returns: claim, transferId, victim (key), accounts (the
// victim's), currency, from (account) and payer (its holder) of the transfer, others (victims of
// the case's other reports that name it: key, iin, account).
MATCH (c:Case {id: $case})-[:HAS]->(k:Claim {status: 'draft'})
WITH c, k, COLLECT {
  MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l
} AS lines
UNWIND CASE WHEN k.method = 'direct' THEN [l IN lines | l.transferId] ELSE coalesce(k.origins, []) END AS transferId
WITH DISTINCT c, k, lines, transferId
WHERE EXISTS { MATCH (c)-[:ABOUT]->(r:Report) WHERE r.id IN $reports AND transferId IN r.transferIds }
OPTIONAL MATCH (from:Account)-[t:TRANSFER {id: transferId}]->()
RETURN k.id AS claim, transferId, k.victimKey AS victim, k.currency AS currency,
       CASE WHEN k.method = 'direct' THEN [l IN lines | l.from] ELSE coalesce(k.victimAccounts, []) END AS accounts,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h {.key, .name, .iin, .bin}][0] AS payer,
       COLLECT {
         MATCH (c)-[:ABOUT]->(o:Report) WHERE NOT o.id IN $reports AND transferId IN o.transferIds
         // piece: victim-of-report
       } AS others
