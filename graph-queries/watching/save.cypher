// Purpose: watches an account, a person or a search from now on; one that is watched already stays as
// it is. Parameters: id, kind, what, title, by, at, known (keys of the hits that a search has now).
// Returns: as watching/list.
OPTIONAL MATCH (s:Source)
WITH coalesce(max(s.sequence), 0) AS newest
MERGE (w:Watch {id: $id})
ON CREATE SET w.kind = $kind, w.what = $what, w.title = $title, w.by = $by, w.at = $at,
              w.known = $known, w.sequence = newest
RETURN w.id AS id, w.kind AS kind, w.what AS what, w.title AS title, w.at AS at, w.known AS known
