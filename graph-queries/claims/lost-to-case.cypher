// Purpose: losses of a case's drafts that no report of the case names any more once some are taken
// out of it. Parameters: case, reports (ids). Returns: claim, transferId, victim (key), accounts
// (the victim's), currency.
MATCH (c:Case {id: $case})-[:HAS]->(k:Claim {status: 'draft'})
WITH c, k, COLLECT {
  MATCH (k)-[:LINE]->(l:ClaimLine) WHERE l.amount > 0 RETURN l
} AS lines
UNWIND CASE WHEN k.method = 'direct' THEN [l IN lines | l.transferId] ELSE coalesce(k.origins, []) END AS transferId
WITH DISTINCT c, k, lines, transferId
WHERE EXISTS { MATCH (c)-[:ABOUT]->(r:Report) WHERE r.id IN $reports AND transferId IN r.transferIds }
  AND NOT EXISTS { MATCH (c)-[:ABOUT]->(r:Report) WHERE NOT r.id IN $reports AND transferId IN r.transferIds }
RETURN k.id AS claim, transferId, k.victimKey AS victim, k.currency AS currency,
       CASE WHEN k.method = 'direct' THEN [l IN lines | l.from] ELSE coalesce(k.victimAccounts, []) END AS accounts
