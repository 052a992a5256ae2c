// Purpose: a file is in, whole. Parameters: id, properties (counts). Returns: nothing.
MATCH (s:Source {id: $id})
SET s += $properties, s.state = 'loaded'
