// Purpose: a source no longer states the sessions of others. Needs an auto-commit session.
// Parameters: prefix ("source#"). Returns: nothing.
MATCH (s:AccountSession) WHERE any(one IN s.also WHERE one STARTS WITH $prefix)
CALL (s) {
  WITH s, [one IN s.also WHERE NOT one STARTS WITH $prefix] AS others
  SET s.also = CASE WHEN size(others) > 0 THEN others END
} IN TRANSACTIONS OF 10000 ROWS
