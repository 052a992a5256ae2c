// Purpose: which rows of a session log are in by another source; the row is noted there ("source#row").
// Parameters: rows (n, account, at, what, place). Returns: n.
UNWIND $rows AS row
MATCH (s:AccountSession {account: row.account, at: row.at, what: row.what})
SET s.also = CASE WHEN row.place IN coalesce(s.also, []) THEN s.also ELSE coalesce(s.also, []) + row.place END
RETURN row.n AS n
