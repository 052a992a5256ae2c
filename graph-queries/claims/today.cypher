// Purpose: what the data of today say of each line of a case's standing claims. Parameters: case.
// Returns: claim, transferId, payer and payee (keys of the holders of both accounts, else the
// account; the line's own account where the transfer is gone), reported (a crime report of the case
// names it), others (minor units other standing claims ask of the same transfer).
MATCH (c:Case {id: $case})-[:HAS]->(k:Claim)-[:LINE]->(l:ClaimLine)
WHERE k.status <> 'withdrawn'
OPTIONAL MATCH (x:Account {number: l.from})
OPTIONAL MATCH (y:Account {number: l.to})
RETURN k.id AS claim, l.transferId AS transferId,
       coalesce([(h:Holder)-[:HOLDS]->(x) | h.key][0], l.from) AS payer,
       coalesce([(h:Holder)-[:HOLDS]->(y) | h.key][0], l.to) AS payee,
       EXISTS { MATCH (c)-[:ABOUT]->(r:Report) WHERE l.transferId IN r.transferIds } AS reported,
       reduce(sum = 0, x IN COLLECT {
         MATCH (other:Claim)-[:LINE]->(o:ClaimLine {transferId: l.transferId})
         WHERE other <> k AND o.key IS NOT NULL AND o.amount > 0
         RETURN o.amount
       } | sum + x) AS others
