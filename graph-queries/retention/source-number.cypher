// Purpose: the place of a loaded file in the order of loading. Parameters: id. Returns: sequence.
MATCH (s:Source {id: $id}) RETURN s.sequence AS sequence
