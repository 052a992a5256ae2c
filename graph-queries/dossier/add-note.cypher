// Purpose: writes a note, or a task with its last day. Parameters: id, text, due (day or null), at,
// by. Returns: id.
MATCH (c:Case {id: $id})
SET c.noteNumber = coalesce(c.noteNumber, 0) + 1
CREATE (c)-[:NOTE]->(n:Note {id: c.id + '-N' + toString(c.noteNumber), number: c.noteNumber,
                             text: $text, due: $due, at: $at, by: $by})
RETURN n.id AS id
