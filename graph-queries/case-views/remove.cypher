// Purpose: takes a view out of a case. Parameters: id, view. Returns: id; no row where the case has
// no such view.
MATCH (:Case {id: $id})-[:VIEW]->(v:CaseView {id: $view})
WITH v, v.id AS id
DETACH DELETE v
RETURN id
