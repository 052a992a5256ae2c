// Purpose: the days of accounts that statements cover. Parameters: none. Returns: account, from,
// until (UTC milliseconds, both included).
MATCH (s:Statement)-[:OF]->(a:Account)
WHERE s.from IS NOT NULL AND s.to IS NOT NULL
RETURN a.number AS account, s.from AS from, s.to AS until
ORDER BY account, from, until
