// Purpose: reported stolen money by report; a transfer named by two reports counts for the earlier one
// only. Where the bank's rows of a report are not loaded, the report's own amount counts. Parameters:
// from, until (null = no bound). Returns: id, at (null = no date), name, currency, amount, count
// (transfers, or 1), as overview/reported adds them up.
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
RETURN r.id AS id, r.reportedAt AS at, r.victimName AS name, currency, sum(amount) AS amount,
       count(*) AS count
ORDER BY id, currency
