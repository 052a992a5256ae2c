// Purpose: what the entries of a filter add up to; struck out ones do not count. Parameters: as
// measures/list. Returns: rows, items (an entry about several counts them all), currency, amount
// (minor units; 0 where an entry has no sum), one row a currency.
MATCH (m:Measure)
WHERE m.sequence < $before AND m.sequence >= $since
  AND ($kind IS NULL OR m.kind = $kind)
  AND ($form IS NULL OR m.form = $form)
  AND ($stage IS NULL OR m.stage = $stage)
  AND ($district IS NULL OR m.district = $district)
  AND ($case IS NULL OR m.case = $case)
  AND ($claim IS NULL OR m.claim = $claim)
  AND all(word IN $words WHERE m.words CONTAINS word)
WITH m WHERE m.cancelledAt IS NULL
RETURN count(m) AS rows, sum(coalesce(m.count, 1)) AS items, m.currency AS currency, sum(coalesce(m.amount, 0)) AS amount
