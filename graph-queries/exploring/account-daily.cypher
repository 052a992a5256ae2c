// Purpose: money in and out of an account per day of the home zone. Parameters: number,
// minimumAmount (may be null), zone (ms added to UTC). Returns: day (days since 1970), currency,
// received, sent.
MATCH (a:Account {number: $number})
CALL (a) {
  MATCH (a)-[t:TRANSFER]->() WHERE $minimumAmount IS NULL OR t.amount >= $minimumAmount
  RETURN (t.bookedAt + $zone) / 86400000 AS day, t.currency AS currency, 0 AS received, t.amount AS sent
  UNION ALL
  MATCH (a)<-[t:TRANSFER]-() WHERE $minimumAmount IS NULL OR t.amount >= $minimumAmount
  RETURN (t.bookedAt + $zone) / 86400000 AS day, t.currency AS currency, t.amount AS received, 0 AS sent
}
RETURN day, currency, sum(received) AS received, sum(sent) AS sent ORDER BY day, currency
