// Purpose: the views of Explore that are kept in a case, the newest first. Parameters: id. Returns:
// id, name, search, places (JSON), at, by.
MATCH (:Case {id: $id})-[:VIEW]->(v:CaseView)
RETURN v.id AS id, v.name AS name, v.search AS search, v.places AS places, v.at AS at, v.by AS by
ORDER BY v.number DESC
