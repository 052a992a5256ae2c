// Purpose: what standing claims ask for of these transfers already; lines of withdrawn claims have
// no key. Parameters: ids, except (claims that do not count). Returns: transfer, amount (minor units, all lines together), claim (one
// of them).
MATCH (k:Claim)-[:LINE]->(l:ClaimLine)
WHERE l.key IS NOT NULL AND l.amount > 0 AND l.transferId IN $ids AND NOT k.id IN $except
RETURN l.transferId AS transfer, sum(l.amount) AS amount, min(k.id) AS claim
