// Purpose: blocks that may be of the money of some losses: they name the stolen transfer, a claim for
// it, or a transfer that carried it on. Parameters: losses (transfer ids), except (a measure that is
// being corrected, or null). Returns: id, amount (minor units), transfer, claim.
CALL () {
  UNWIND $losses AS loss
  MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: loss}) WHERE l.amount > 0
  RETURN k
  UNION
  MATCH (k:Claim) WHERE any(loss IN coalesce(k.origins, []) WHERE loss IN $losses)
  RETURN k
}
WITH collect(DISTINCT k) AS claims
WITH [k IN claims | k.id] AS ids, $losses + COLLECT {
  UNWIND claims AS k
  MATCH (k)-[:LINE]->(l:ClaimLine) WHERE k.status <> 'withdrawn' AND l.amount > 0
  RETURN DISTINCT l.transferId
} AS transfers
CALL (ids, transfers) {
  UNWIND transfers AS transfer
  MATCH (m:Measure {transfer: transfer, kind: 'block'}) RETURN m
  UNION
  UNWIND ids AS claim
  MATCH (m:Measure {claim: claim, kind: 'block'}) RETURN m
}
WITH DISTINCT m WHERE m.cancelledAt IS NULL AND ($except IS NULL OR m.id <> $except)
RETURN m.id AS id, m.amount AS amount, m.transfer AS transfer, m.claim AS claim
ORDER BY m.sequence
