// Purpose: sessions of a source that others state too are now of the first of those. Needs an
// auto-commit session. Parameters: id. Returns: nothing.
MATCH (s:AccountSession {source: $id}) WHERE s.also IS NOT NULL
CALL (s) {
  WITH s, split(head(s.also), '#') AS next
  SET s.source = next[0],
      s.row = toInteger(next[1]),
      s.also = CASE WHEN size(s.also) > 1 THEN tail(s.also) END
} IN TRANSACTIONS OF 10000 ROWS
