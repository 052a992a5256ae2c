// Purpose: blocked money in tenge that banks returned from the accounts of some people, and that
// belongs to no stolen transfer and to no claim: on a claim in another currency it is written down
// as a payment. Parameters: claim, people (keys of the defendants), accounts (of theirs, where no
// holder is known), since (days since 1970-01-01). Returns: id, amount (tiyn), day, payer (key of
// the holder, else the account); the oldest day first.
CALL () {
  MATCH (h:Holder)-[:HOLDS]->(a:Account) WHERE h.key IN $people RETURN a.number AS number
  UNION
  UNWIND $accounts AS number RETURN number
}
WITH collect(DISTINCT number) AS numbers
MATCH (:Case)-[:HAS]->(k:Claim {id: $claim})
MATCH (m:Measure {kind: 'return'})
WHERE m.account IN numbers AND m.cancelledAt IS NULL AND m.currency = 'KZT' AND m.day >= $since
  AND m.transfer IS NULL AND coalesce(m.claim, $claim) = $claim
  AND (m.case IS NULL OR EXISTS { (:Case {id: m.case})-[:HAS]->(k) })
RETURN m.id AS id, m.amount AS amount, m.day AS day,
       coalesce([(h:Holder)-[:HOLDS]->(:Account {number: m.account}) | h.key][0], m.account) AS payer
ORDER BY m.sequence
