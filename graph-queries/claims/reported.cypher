// Purpose: what the crime reports of a case say was stolen, beside the transfers as the banks gave
// them. Parameters: id. Returns: one row a report and transfer; the transfer's columns are null
// where it is not loaded. `claim` = the claim it is in already, also one of another victim whose
// traced money it carried.
MATCH (:Case {id: $id})-[:ABOUT]->(r:Report)
UNWIND coalesce(r.transferIds, []) AS transferId
OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
WITH r, transferId, collect(v)[0] AS v
OPTIONAL MATCH (from:Account)-[t:TRANSFER {id: transferId}]->(to:Account)
RETURN r.id AS report, r.victimIin AS victimIin, r.victimName AS victimName,
       [(h:Holder)-[:HOLDS]->(v) | h.key][0] AS victimHolder, v.number AS victimAccount,
       transferId, t IS NOT NULL AS loaded,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h {.key, .name, .iin, .bin}][0] AS payer,
       to.number AS to, [(h:Holder)-[:HOLDS]->(to) | h {.key, .name, .iin, .bin}][0] AS payee,
       to IS NOT NULL AND to:Exit AS exit,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, t.zone AS zone, t.purpose AS purpose,
       coalesce(t.reversal, false) AS reversal, t.sourceId AS sourceId, t.row AS row,
       coalesce(
         COLLECT { MATCH (k:Claim)-[:LINE]->(:ClaimLine {key: transferId}) RETURN k.id }[0],
         COLLECT { MATCH (k:Claim)-[:LINE]->(l:ClaimLine) WHERE l.key STARTS WITH transferId + '#' AND l.transferId = transferId RETURN k.id }[0]
       ) AS claim
ORDER BY bookedAt, transferId, report
