// Purpose: reported stolen money by day of the report. Parameters: from, until (null = no bound),
// zone (ms added to UTC). Returns: day (days since 1970; null = the report has no date), currency,
// confirmed (by a bank's row), amount, count (transfers, or reports without one).
// piece: stolen-by-report
RETURN (r.reportedAt + $zone) / 86400000 AS day, currency, confirmed, sum(amount) AS amount, count(*) AS count
ORDER BY day, currency, confirmed
