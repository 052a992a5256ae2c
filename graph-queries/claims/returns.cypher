// Purpose: money that came back: what a holder paid a victim from a moment on and no crime report
// calls stolen. Parameters: pairs (id, defendants and victims: account numbers of the two, since:
// UTC milliseconds, currency); their other accounts count too. Returns: id (of the pair), transfer
// columns as claims/transfers, taken (claim, amount: minor units the lines of standing claims have
// taken off already).
UNWIND $pairs AS pair
MATCH (x:Account) WHERE x.number IN pair.defendants
OPTIONAL MATCH (x)<-[:HOLDS]-(:Holder)-[:HOLDS]->(x2:Account)
WITH pair, collect(DISTINCT x) + collect(DISTINCT x2) AS theirs
MATCH (y:Account) WHERE y.number IN pair.victims
OPTIONAL MATCH (y)<-[:HOLDS]-(:Holder)-[:HOLDS]->(y2:Account)
WITH pair, theirs, collect(DISTINCT y) + collect(DISTINCT y2) AS own
UNWIND theirs AS from
MATCH (from)-[t:TRANSFER]->(to:Account)
WHERE to IN own AND NOT from IN own AND t.bookedAt >= pair.since AND t.currency = pair.currency
  AND NOT EXISTS { MATCH (r:Report) WHERE t.id IN r.transferIds }
WITH DISTINCT pair, from, t, to
RETURN pair.id AS id,
       COLLECT {
         MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: t.id})
         WHERE l.amount < 0 AND l.key IS NOT NULL
         RETURN {claim: k.id, amount: -l.amount}
       } AS taken, t.id AS transferId, true AS loaded,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h {.key, .name, .iin, .bin}][0] AS payer,
       to.number AS to, [(h:Holder)-[:HOLDS]->(to) | h {.key, .name, .iin, .bin}][0] AS payee, to:Exit AS exit,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, t.zone AS zone, t.purpose AS purpose,
       coalesce(t.reversal, false) AS reversal, t.sourceId AS sourceId, t.row AS row
ORDER BY id, bookedAt, transferId
