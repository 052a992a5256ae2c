// Purpose: the cases that records belong to, directly or through a claim or crime report. Parameters:
// elements. Returns: id, status.
MATCH (n) WHERE elementId(n) IN $elements
CALL (n) {
  WITH n WHERE n:Case RETURN n AS c
  UNION
  MATCH (c:Case)--(n) RETURN c
  UNION
  MATCH (c:Case)--(:Claim|Report)--(n) RETURN c
}
WITH DISTINCT c
RETURN c.id AS id, c.status AS status ORDER BY id
