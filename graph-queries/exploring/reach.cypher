// Purpose: how many accounts are next to some accounts, by the side they stand on. Parameters:
// numbers (the centres), accounts (all asked about, none of which counts), known (in the picture),
// since, until, minimumAmount (each may be null). Returns: side ('in' pays them, 'out' is paid by
// them, 'both' either, 'common' is tied to every one), found, fresh (of those the ones not known).
MATCH (n:Account) WHERE n.number IN $numbers
CALL (n) {
  MATCH (n)-[t:TRANSFER]->(b:Account)
  WHERE ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
    AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
  RETURN DISTINCT b, 'out' AS side
  UNION ALL
  MATCH (n)<-[t:TRANSFER]-(b:Account)
  WHERE ($since IS NULL OR t.bookedAt >= $since) AND ($until IS NULL OR t.bookedAt < $until)
    AND ($minimumAmount IS NULL OR t.amount >= $minimumAmount)
  RETURN DISTINCT b, 'in' AS side
}
WITH b, collect(DISTINCT side) AS sides, count(DISTINCT n) AS centres
WHERE NOT b.number IN $accounts
WITH NOT b.number IN $known AS fresh,
     sides + ['both'] + CASE WHEN centres = size($numbers) THEN ['common'] ELSE [] END AS sides
UNWIND sides AS side
RETURN side, count(*) AS found, sum(CASE WHEN fresh THEN 1 ELSE 0 END) AS fresh ORDER BY side
