// Purpose: what a person watches, the newest first. Parameters: by (login), id (one of them, or null
// for all). Returns: id, kind, what, title, at, known (keys of hits that a saved search had).
MATCH (w:Watch {by: $by}) WHERE $id IS NULL OR w.id = $id
RETURN w.id AS id, w.kind AS kind, w.what AS what, w.title AS title, w.at AS at,
       coalesce(w.known, []) AS known
ORDER BY at DESC, id
