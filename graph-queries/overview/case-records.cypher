// Purpose: cases opened in a period. Parameters: from, until (null = no bound). Returns: id, title, at.
MATCH (c:Case)
WHERE ($from IS NULL OR c.openedAt >= $from) AND ($until IS NULL OR c.openedAt < $until)
RETURN c.id AS id, c.title AS title, c.openedAt AS at
