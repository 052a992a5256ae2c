// Purpose: how many records of each kind the database has. Parameters: none. Returns: kind (a label,
// or the type of a relationship in brackets), many.
CALL () {
  MATCH (n)
  UNWIND labels(n) AS label
  RETURN label AS kind, count(*) AS many
  UNION ALL
  MATCH ()-[r]->()
  RETURN '[' + type(r) + ']' AS kind, count(*) AS many
}
RETURN kind, many
ORDER BY kind
