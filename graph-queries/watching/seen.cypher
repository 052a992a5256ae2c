// Purpose: what a watch has shown so far is no news any more. Parameters: by, id, known (keys of the
// hits that a search has now). Returns: id; no row where the person has no such watch.
OPTIONAL MATCH (s:Source)
WITH coalesce(max(s.sequence), 0) AS newest
MATCH (w:Watch {id: $id, by: $by})
SET w.known = $known, w.sequence = newest
RETURN w.id AS id
