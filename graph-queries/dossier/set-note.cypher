// Purpose: says that a task is done, or that it is not. Parameters: id, note, done, at, by. Returns:
// text; no row where the case has no such note.
MATCH (:Case {id: $id})-[:NOTE]->(n:Note {id: $note})
SET n.doneAt = CASE WHEN $done THEN $at END, n.doneBy = CASE WHEN $done THEN $by END
RETURN n.text AS text
