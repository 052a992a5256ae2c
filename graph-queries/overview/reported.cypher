// Purpose: reported stolen money by day of the report; a transfer named by two reports counts for
// the earlier one only. Where the bank's rows of a report are not loaded, the report's own amount
// counts. Parameters: from, until (null = no bound), zone (ms added to UTC). Returns: day (days
// since 1970; null = the report has no date), currency, amount, count (transfers, or reports
// without one).
MATCH (r:Report)
WITH r ORDER BY coalesce(r.reportedAt, 9007199254740991), r.id
WITH r, COLLECT { UNWIND coalesce(r.transferIds, []) AS id MATCH ()-[t:TRANSFER {id: id}]->() RETURN DISTINCT t } AS transfers
WITH collect({report: r, transfers: transfers}) AS told
CALL (told) {
  UNWIND told AS one
  UNWIND one.transfers AS t
  WITH t, collect(one.report)[0] AS r
  RETURN r, t.currency AS currency, t.amount AS amount
  UNION ALL
  UNWIND told AS one
  WITH one.report AS r, size(one.transfers) AS loaded
  WHERE loaded = 0 AND r.amount IS NOT NULL
  RETURN r, coalesce(r.currency, 'KZT') AS currency, r.amount AS amount
}
WITH r, currency, amount
WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until)
RETURN (r.reportedAt + $zone) / 86400000 AS day, currency, sum(amount) AS amount, count(*) AS count
ORDER BY day, currency
