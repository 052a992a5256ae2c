// Purpose: what the crime reports of a case say was stolen, beside the transfers as the banks gave
// them. Parameters: id. Returns: one row a report and transfer; stated is the victim's own figure
// ("amount currency", or null), figure the last decision about it; the transfer's columns are null
// where it is not loaded. `claim` = the claim it is in already, also one of another victim whose
// traced money it carried.
MATCH (c:Case {id: $id})-[:ABOUT]->(r:Report)
UNWIND range(0, size(coalesce(r.transferIds, [])) - 1) AS place
WITH c, r, r.transferIds[place] AS transferId, coalesce(r.stated, [])[place] AS stated
OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
WITH c, r, transferId, stated, collect(v)[0] AS v
OPTIONAL MATCH (from:Account)-[t:TRANSFER {id: transferId}]->(to:Account)
RETURN r.id AS report, r.victimIin AS victimIin, r.victimName AS victimName,
       [(h:Holder)-[:HOLDS]->(v) | h.key][0] AS victimHolder, v.number AS victimAccount,
       stated, COLLECT {
         MATCH (c)-[:FIGURE]->(f:VictimFigure {report: r.id, transferId: transferId})
         RETURN f {.stated, .whole, .claim, .reason, .by, .at} ORDER BY f.at DESC LIMIT 1
       }[0] AS figure,
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
