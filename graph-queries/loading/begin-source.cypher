// Purpose: notes that a file is being loaded. A file that was taken out before keeps its number, so
// that loading it again gives the same graph. Parameters: id, properties. Returns: sequence.
OPTIONAL MATCH (w:WithdrawnSource {id: $id})
OPTIONAL MATCH (other) WHERE other:Source OR other:WithdrawnSource
WITH w, coalesce(max(other.sequence), 0) + 1 AS next
WITH w, coalesce(w.sequence, next) AS sequence
FOREACH (old IN CASE WHEN w IS NULL THEN [] ELSE [w] END | DETACH DELETE old)
CREATE (s:Source {id: $id})
SET s += $properties, s.sequence = sequence, s.state = 'loading'
RETURN sequence
