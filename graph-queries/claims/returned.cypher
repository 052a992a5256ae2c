// Purpose: blocked money that was returned, as payments on claims: the register of measures says so.
// A return belongs to its claim, else to the claim against the first holder of its transfer, else to
// the only claim that asks for money carried by it. A withdrawn claim keeps its returns where no
// other claim stands for the transfer: they came back to its victim.
// Parameters: none. Returns: as claims/payments with victim, payer = holder of the blocked account, where none is named
// of the one that the transfer went to; transfers and
// parts are empty where the return names no transfer, or one that is no loss of the claim but carried
// its money on; the oldest day first.
MATCH (m:Measure {kind: 'return'})
WHERE m.cancelledAt IS NULL AND (m.claim IS NOT NULL OR m.transfer IS NOT NULL)
WITH m, coalesce(
  COLLECT { MATCH (k:Claim {id: m.claim}) WHERE k.status <> 'withdrawn' RETURN k.id }[0],
  COLLECT { MATCH (k:Claim)-[:LINE]->(:ClaimLine {key: m.transfer}) RETURN k.id }[0],
  m.claim,
  COLLECT {
    MATCH (k:Claim {method: 'direct', status: 'withdrawn'})-[:LINE]->(l:ClaimLine {transferId: m.transfer})
    WHERE l.amount > 0
    RETURN k.id ORDER BY k.openedAt DESC
  }[0]
) AS claim
WITH m, CASE WHEN claim IS NULL THEN COLLECT {
  MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: m.transfer})
  WHERE l.key IS NOT NULL AND l.amount > 0 RETURN DISTINCT k.id
} ELSE [claim] END AS claims
WHERE size(claims) = 1
WITH m, claims[0] AS claim
MATCH (c:Case)-[:HAS]->(k:Claim {id: claim})
WHERE k.currency = m.currency
WITH c, k, m, m.transfer IS NOT NULL AND CASE
  WHEN k.method = 'direct'
    THEN EXISTS { MATCH (k)-[:LINE]->(l:ClaimLine {transferId: m.transfer}) WHERE l.amount > 0 }
  ELSE m.transfer IN coalesce(k.origins, [])
END AS isLoss, coalesce(m.account, COLLECT {
  MATCH ()-[:TRANSFER {id: m.transfer}]->(a:Account) RETURN a.number
}[0]) AS account
RETURN m.id AS id, k.id AS claim, c.id AS case, m.currency AS currency, m.amount AS amount, m.day AS day,
       'block' AS source,
       coalesce([(h:Holder)-[:HOLDS]->(:Account {number: account}) | h.key][0], account) AS payer, coalesce(m.paper, m.id) AS receipt, m.at AS at, m.by AS by,
       CASE WHEN isLoss THEN [m.transfer] ELSE [] END AS transfers,
       CASE WHEN isLoss THEN [m.amount] ELSE [] END AS parts,
       null AS cancelReason, null AS cancelledAt, null AS cancelledBy,
       k.status = 'withdrawn' AS over, k.victimKey AS victim
ORDER BY m.sequence
