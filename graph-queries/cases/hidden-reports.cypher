// Purpose: the crime reports that are in cases of other people only. Parameters: cases (ids of the
// cases that a person may not see). Returns: id, case (the first of those cases).
MATCH (c:Case)-[:ABOUT]->(r:Report) WHERE c.id IN $cases
WITH r, min(c.id) AS case
WHERE NOT EXISTS { MATCH (own:Case)-[:ABOUT]->(r) WHERE NOT own.id IN $cases }
RETURN r.id AS id, case
