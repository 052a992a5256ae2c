// Purpose: the accounts next to some accounts that are not known yet, largest money first.
// Parameters: numbers, known (both lists), direction ('in', 'out', 'both'), since, until,
// minimumAmount, least (of the accounts, so many must be tied to it), limit. Returns: one row: found
// (all of them), numbers (the first `limit`).
MATCH (n:Account) WHERE n.number IN $numbers
CALL (n) {
  MATCH (n)-[t:TRANSFER]->(b:Account)
  WHERE $direction <> 'in'
    AND ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
    AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
  RETURN b, t.amount AS amount
  UNION ALL
  MATCH (n)<-[t:TRANSFER]-(b:Account)
  WHERE $direction <> 'out'
    AND ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
    AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
  RETURN b, t.amount AS amount
}
WITH b, sum(amount) AS amount, count(DISTINCT n) AS centres
WHERE centres >= $least AND NOT b.number IN $known AND NOT b.number IN $numbers
WITH b.number AS number, amount ORDER BY amount DESC, number
WITH collect(number) AS numbers
RETURN size(numbers) AS found, numbers[0..$limit] AS numbers
