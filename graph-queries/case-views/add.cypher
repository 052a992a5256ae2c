// Purpose: keeps a view of Explore in a case under the next number. Parameters: id, view (name,
// search, places as JSON, at, by). Returns: id; no row where there is no such case.
MATCH (c:Case {id: $id})
SET c.viewNumber = coalesce(c.viewNumber, 0) + 1
CREATE (c)-[:VIEW]->(v:CaseView {id: c.id + '-V' + toString(c.viewNumber), number: c.viewNumber})
SET v += $view
RETURN v.id AS id
