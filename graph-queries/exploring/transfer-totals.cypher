// Purpose: number and sum of all transfers that match (see transfers.cypher). Returns: currency,
// count, amount.
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
WITH t
WHERE ($from IS NULL OR startNode(t).number = $from) AND ($to IS NULL OR endNode(t).number = $to)
  AND ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
  AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
RETURN t.currency AS currency, count(t) AS count, sum(t.amount) AS amount ORDER BY currency
