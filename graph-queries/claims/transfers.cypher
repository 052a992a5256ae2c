// Purpose: transfers as the banks gave them, for the lines of traced claims. Parameters: ids.
// Returns: as claims/reported, one row a transfer.
UNWIND $ids AS id
MATCH (from:Account)-[t:TRANSFER {id: id}]->(to:Account)
RETURN t.id AS transferId, true AS loaded,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h {.key, .name, .iin, .bin}][0] AS payer,
       to.number AS to, [(h:Holder)-[:HOLDS]->(to) | h {.key, .name, .iin, .bin}][0] AS payee, to:Exit AS exit,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, t.zone AS zone, t.purpose AS purpose,
       coalesce(t.reversal, false) AS reversal, t.sourceId AS sourceId, t.row AS row
