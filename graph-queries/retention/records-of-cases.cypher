// Purpose: what cases are made of beside accounts, holders and crime reports, to look for names in it.
// Parameters: cases. Returns: element, labels, record (properties).
MATCH (c:Case) WHERE c.id IN $cases
CALL (c) {
  RETURN c AS n
  UNION
  MATCH (c)--(n) WHERE none(label IN labels(n) WHERE label IN ['Account', 'Holder', 'Report', 'User', 'Cluster', 'DetectionRun'])
  RETURN n
  UNION
  MATCH (c)--(:Claim|Person|Note)--(n)
  WHERE none(label IN labels(n) WHERE label IN ['Account', 'Holder', 'Report', 'User', 'Cluster', 'DetectionRun'])
  RETURN n
}
RETURN DISTINCT elementId(n) AS element, labels(n) AS labels, properties(n) AS record
