// Purpose: the files that are no statements of single accounts, with the time in which each one
// names accounts of a bank. Parameters: none. Returns: source, bank ("" = not known), from, until
// (first and last booking), rows; one row a file and bank.
MATCH (a:Account)-[t:TRANSFER]->(b:Account) WHERE t.ownSide IS NULL
WITH t.sourceId AS source, coalesce(a.bank, '') AS one, coalesce(b.bank, '') AS other,
     min(t.bookedAt) AS from, max(t.bookedAt) AS until, count(*) AS rows
UNWIND CASE WHEN one = other THEN [one] ELSE [one, other] END AS bank
RETURN source, bank, min(from) AS from, max(until) AS until, sum(rows) AS rows
