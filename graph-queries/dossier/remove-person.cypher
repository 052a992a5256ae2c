// Purpose: takes a person out of a case. Parameters: id, person. Returns: name; no row where the case
// has no such person.
MATCH (:Case {id: $id})-[:PERSON]->(p:Person {id: $person})
WITH p, p.name AS name
DETACH DELETE p
RETURN name
