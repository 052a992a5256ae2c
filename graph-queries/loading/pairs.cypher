// Purpose: pairs of rows in one state, the nearest in time first, with the names of the accounts'
// holders. Parameters: state, limit. Returns: pair (map), names (number, name). A group is written
// "from|to|amount|currency".
MATCH (p:Pair {state: $state})
WITH p ORDER BY p.decidedAt DESC, p.why, p.id LIMIT $limit
UNWIND split(p.leftGroup, '|')[0..2] + split(p.rightGroup, '|')[0..2] AS number
OPTIONAL MATCH (h:Holder)-[:HOLDS]->(:Account {number: number})
WITH p, number, h ORDER BY h.key
WITH p, number, head(collect(h.name)) AS name
WITH p, collect({number: number, name: name}) AS names
RETURN properties(p) AS pair, names ORDER BY p.decidedAt DESC, p.why, p.id
