// Purpose: a person takes a note back. Parameters: id, by. Returns: id; no row where the person has
// no such note.
MATCH (n:AccountNote {id: $id, by: $by})
WITH n, n.id AS id
DELETE n
RETURN id
