// Purpose: what the entries of a period and district add up to; struck out ones do not count.
// Parameters: before, since (sequences), district (in which an entry counts; null = any). Returns:
// kind, form, stage, sanctioned (the day of the sanction is known), currency, items (an entry about
// several counts them all), amount (minor units), one row a combination.
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since AND m.cancelledAt IS NULL
  AND ($district IS NULL OR $district =
    // piece: district
  )
RETURN m.kind AS kind, m.form AS form, m.stage AS stage,
       m.sanctionDay IS NOT NULL AS sanctioned, m.currency AS currency,
       sum(coalesce(m.count, 1)) AS items, sum(coalesce(m.amount, 0)) AS amount
