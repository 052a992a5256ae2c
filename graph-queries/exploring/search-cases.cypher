// Purpose: cases by id or words of the title. Parameters: text (lower case), hiddenCases, limit. Returns: id,
// title.
MATCH (c:Case)
WHERE (toLower(c.title) CONTAINS $text OR toLower(c.id) STARTS WITH $text) AND NOT c.id IN $hiddenCases
RETURN c.id AS id, c.title AS title ORDER BY id LIMIT $limit
