// Purpose: names of the holders of accounts. Parameters: numbers. Returns: number, name.
UNWIND $numbers AS number
MATCH (h:Holder)-[:HOLDS]->(:Account {number: number})
WITH number, h ORDER BY h.key
RETURN number, head(collect(h.name)) AS name
