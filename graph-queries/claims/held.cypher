// Purpose: what standing claims, in any case and by any rule, ask for of these transfers as victims'
// traced money; lines of withdrawn claims have no key. Parameters: ids. Returns: transferId, claim
// (id), victim (key), victimAccounts (numbers).
UNWIND $ids AS id
MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: id})
WHERE k.method <> 'direct' AND l.key IS NOT NULL
RETURN l.transferId AS transferId, k.id AS claim, k.victimKey AS victim,
       coalesce(k.victimAccounts, []) AS victimAccounts
