// Purpose: the statements of a source go. Parameters: id. Returns: nothing.
MATCH (s:Statement)-[:FROM]->(:Source {id: $id})
DETACH DELETE s
