// Purpose: takes accounts, crime reports and clusters out of a case. Parameters: id, accounts
// (numbers), reports (ids), clusters (ids). Returns: removed (numbers and ids).
MATCH (c:Case {id: $id})
OPTIONAL MATCH (c)-[link:INCLUDES|ABOUT|FROM_CLUSTER]->(n)
WHERE (n:Account AND n.number IN $accounts) OR (n:Report AND n.id IN $reports)
   OR (n:Cluster AND n.id IN $clusters)
WITH c, collect(link) AS links, collect(CASE WHEN n:Account THEN n.number ELSE n.id END) AS removed
FOREACH (link IN links | DELETE link)
WITH c, removed
SET c.runId = CASE WHEN size($clusters) = 0 THEN c.runId
                   ELSE COLLECT { MATCH (c)-[:FROM_CLUSTER]->(k:Cluster) RETURN k.runId ORDER BY k.id }[0] END
RETURN removed
