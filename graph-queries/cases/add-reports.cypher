// Purpose: puts crime reports into a case. Parameters: id, reports (ids), at, by. Returns: id of
// each report found.
MATCH (c:Case {id: $id})
UNWIND $reports AS report
MATCH (r:Report {id: report})
MERGE (c)-[x:ABOUT]->(r)
  ON CREATE SET x.addedAt = $at, x.addedBy = $by
RETURN DISTINCT r.id AS id ORDER BY id
