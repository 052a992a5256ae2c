// Purpose: reported stolen money by report. Parameters: from, until (null = no bound). Returns: id, at
// (null = no date), name, currency, confirmed (by a bank's row), amount, count (transfers, or 1), as
// overview/reported adds them up.
// piece: stolen-by-report
RETURN r.id AS id, r.reportedAt AS at, r.victimName AS name, currency, confirmed, sum(amount) AS amount,
       count(*) AS count
ORDER BY id, currency, confirmed
