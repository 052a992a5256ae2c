// Purpose: a person watches something no longer. Parameters: by, id. Returns: id; no row where the
// person has no such watch.
MATCH (w:Watch {id: $id, by: $by})
WITH w, w.id AS id
DELETE w
RETURN id
