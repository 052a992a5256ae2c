// Purpose: open cases with a claim that still follows the data. Parameters: none. Returns: id.
MATCH (c:Case {status: 'open'})
WHERE EXISTS { MATCH (c)-[:HAS]->(:Claim {status: 'draft'}) }
RETURN c.id AS id ORDER BY c.number
