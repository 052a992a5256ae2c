// Purpose: reported stolen money by day of the report; a transfer named by two reports counts for the earlier one only. Where the bank's row
// of a report is not loaded, the report's own amount counts. Parameters: from, until (null = no bound), zone (ms added to UTC).
// Returns: day (days since 1970; null = the report has no date), currency, amount, count (transfers, or reports without one).
MATCH (r:Report)
WITH r ORDER BY coalesce(r.reportedAt, 9007199254740991), r.id
OPTIONAL MATCH ()-[t:TRANSFER]->() WHERE t.id IN coalesce(r.transferIds, [])
WITH collect({report: r, transfer: t}) AS all
CALL (all) {
  UNWIND all AS one
  WITH one WHERE one.transfer IS NOT NULL
  WITH one.transfer AS t, collect(one.report)[0] AS r
  RETURN r, t.currency AS currency, t.amount AS amount
  UNION ALL
  UNWIND all AS one
  WITH one WHERE one.transfer IS NULL AND one.report.amount IS NOT NULL
  RETURN one.report AS r, coalesce(one.report.currency, 'KZT') AS currency, one.report.amount AS amount
}
WITH r, currency, amount
WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until)
RETURN (r.reportedAt + $zone) / 86400000 AS day, currency, sum(amount) AS amount, count(*) AS count
ORDER BY day, currency
