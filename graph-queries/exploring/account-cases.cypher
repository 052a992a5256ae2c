// Purpose: the cases an account is part of. Parameters: number. Returns: id, title.
MATCH (c:Case)-[:INCLUDES]->(:Account {number: $number}) RETURN DISTINCT c.id AS id, c.title AS title ORDER BY id
