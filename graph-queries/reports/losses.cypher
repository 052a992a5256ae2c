// Purpose: the stolen transfers of crime reports that are in the data, and who else says that they
// are stolen. Parameters: ids (of the reports). Returns: one row a report and transfer: report,
// transferId, cited (the id that the report itself names, or null), links (key, transferId: the
// descriptions of the report for which a person accepted the transfer), described (keys of all
// descriptions of the report, in their order), from (account), payer (its holder), currency, others
// (victims of reports that are not among these and name it: key, iin, account), held (minor units
// that claims past draft ask for of it), decided (minor units, the victim's figures that people
// decided for, newest first).
MATCH (o:Report)
UNWIND coalesce(o.transferIds, []) AS transferId
WITH transferId, collect(DISTINCT o) AS naming
WITH transferId, [o IN naming WHERE o.id IN $ids] AS own, [o IN naming WHERE NOT o.id IN $ids] AS others
WHERE size(own) > 0
MATCH (from:Account)-[t:TRANSFER {id: transferId}]->()
UNWIND own AS r
RETURN r.id AS report, transferId,
       [at IN range(0, size(r.transferIds) - 1) WHERE r.transferIds[at] = transferId | r.cited[at]][0] AS cited,
       coalesce(r.reportedKeys, []) AS described,
       COLLECT {
         MATCH (l:ReportLink {report: r.id, same: true})
         WHERE l.key IN coalesce(r.reportedKeys, [])
           AND (l.transferId = transferId OR NOT EXISTS { MATCH ()-[:TRANSFER {id: l.transferId}]->() })
         RETURN l {.key, .transferId}
       } AS links,
       from.number AS from, [(h:Holder)-[:HOLDS]->(from) | h {.key, .name, .iin, .bin}][0] AS payer, t.currency AS currency,
       COLLECT {
         UNWIND others AS o
         // piece: victim-of-report
       } AS others,
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
