// Purpose: crime reports with what was stolen, newest first. Parameters: offset, limit, hiddenReports. Returns:
// one row a report and currency.
MATCH (r:Report) WHERE NOT r.id IN $hiddenReports
WITH r ORDER BY r.reportedAt DESC, r.id SKIP $offset LIMIT $limit
RETURN r.id AS id, r.reportedAt AS reportedAt, r.lure AS lure, r.victimName AS victimName, r.victimIin AS victimIin,
       [(r)-[:VICTIM]->(a) | a.number] AS victimAccounts, coalesce(r.transferIds, []) AS transferIds,
       COLLECT {
         UNWIND coalesce(r.transferIds, []) AS id
         MATCH ()-[t:TRANSFER {id: id}]->()
         WITH t.currency AS currency, sum(t.amount) AS amount ORDER BY currency
         RETURN {currency: currency, amount: amount}
       } AS sums
