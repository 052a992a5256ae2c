// Purpose: the stolen transfers of a crime report that are in the data, and who else says that they
// are stolen. Parameters: id. Returns: one row a transfer: transferId, cited (the id that the
// report itself names, or null), keys (of its descriptions for which a person accepted the
// transfer), described (keys of all descriptions of the report, in their order), from (account),
// payer (key of its holder), currency, others (another report names it), held (minor units that
// claims past draft ask for of it), decided (minor units, the victim's figures that people decided
// for, newest first).
MATCH (r:Report {id: $id})
UNWIND range(0, size(coalesce(r.transferIds, [])) - 1) AS place
WITH r, r.transferIds[place] AS transferId, r.cited[place] AS cited
MATCH (from:Account)-[t:TRANSFER {id: transferId}]->()
RETURN transferId, cited, coalesce(r.reportedKeys, []) AS described,
       COLLECT {
         MATCH (l:ReportLink {report: r.id, same: true})
         WHERE l.key IN coalesce(r.reportedKeys, [])
           AND (l.transferId = transferId OR NOT EXISTS { MATCH ()-[:TRANSFER {id: l.transferId}]->() })
         RETURN l.key
       } AS keys,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h.key][0] AS payer, t.currency AS currency,
       EXISTS { MATCH (o:Report) WHERE o.id <> r.id AND transferId IN o.transferIds } AS others,
       reduce(sum = 0, x IN COLLECT {
         MATCH (k:Claim)-[:LINE]->(l:ClaimLine {transferId: transferId})
         WHERE NOT k.status IN ['draft', 'withdrawn'] AND l.amount > 0
         RETURN l.amount
       } | sum + x) AS held,
       COLLECT {
         MATCH (f:VictimFigure {report: r.id, transferId: transferId, claim: 'stated'})
         WHERE f.whole = t.amount
         RETURN f.stated ORDER BY f.at DESC
       } AS decided
