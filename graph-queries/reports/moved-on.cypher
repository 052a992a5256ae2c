// Purpose: what left the accounts that victims paid, as files say that were loaded after the report.
// Accounts with very many payments are shops or pooled ones and left out. Parameters: sources (ids
// of the new files), most (payments of an account), limit. Returns: report, victim, account, holder,
// count, amount (minor units), currency, file, loadedAt; the largest first.
MATCH (r:Report) WHERE size(coalesce(r.transferIds, [])) > 0 AND size(coalesce(r.sourceRecords, [])) > 0
WITH r, toInteger(split(r.sourceRecords[0], ' ')[0]) AS known
UNWIND r.transferIds AS id
MATCH ()-[t:TRANSFER {id: id}]->(b:Account)
WHERE NOT b:Exit AND COUNT { (b)-[:TRANSFER]->() } <= $most
MATCH (b)-[u:TRANSFER]->()
WHERE u.bookedAt >= t.bookedAt AND u.sourceId IN $sources
MATCH (s:Source {id: u.sourceId}) WHERE s.sequence > known
WITH DISTINCT r, b, u, s
RETURN r.id AS report, r.victimName AS victim, b.number AS account,
       [(h:Holder)-[:HOLDS]->(b) | h.name][0] AS holder, count(u) AS count,
       sum(u.amount) AS amount, u.currency AS currency, s.fileName AS file, s.loadedAt AS loadedAt
ORDER BY amount DESC, report LIMIT $limit
