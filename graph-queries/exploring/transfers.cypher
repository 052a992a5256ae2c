// Purpose: single transfers among or around accounts, one page of them. Parameters: numbers, scope
// ('within', 'around', 'in', 'out'), other sides from/to (text or null), since, until,
//   minimumAmount, order ('time', 'time-down', 'amount-down'), offset, limit.
// Returns: transfer rows.
MATCH (n:Account) WHERE n.number IN $numbers
WITH collect(n) AS listed
CALL (listed) {
  UNWIND listed AS n
  MATCH (n)-[t:TRANSFER]->(m:Account)
  WHERE $scope <> 'in' AND ($scope <> 'within' OR m IN listed)
  RETURN t
  UNION
  UNWIND listed AS n
  MATCH (n)<-[t:TRANSFER]-(m:Account)
  WHERE $scope IN ['in', 'around']
  RETURN t
}
WITH t, startNode(t) AS a, endNode(t) AS b
WHERE ($from IS NULL OR a.number = $from) AND ($to IS NULL OR b.number = $to)
  AND ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
  AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
WITH t, a, b,
     CASE $order WHEN 'amount-down' THEN -t.amount WHEN 'time' THEN t.bookedAt ELSE -t.bookedAt END AS key
ORDER BY key, t.id SKIP $offset LIMIT $limit
RETURN t.id AS id, a.number AS from, b.number AS to,
       [(h:Holder)-[:HOLDS]->(a) | h.name][0] AS fromName,
       [(h:Holder)-[:HOLDS]->(b) | h.name][0] AS toName,
       t.amount AS amount, t.currency AS currency, t.bookedAt AS bookedAt, coalesce(t.zone, '+05:00') AS zone,
       coalesce(t.dayOnly, false) AS dayOnly,
       coalesce(t.channel, 'other') AS channel, t.purpose AS purpose, coalesce(t.sourceId, '') AS sourceId,
       COLLECT { MATCH (s:Source {id: t.sourceId}) RETURN s.fileName }[0] AS sourceName, coalesce(t.row, 0) AS row
