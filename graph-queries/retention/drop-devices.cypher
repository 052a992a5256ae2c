// Purpose: a person's accounts were operated by no device any more; devices that then operated none go.
// Parameters: numbers. Returns: dropped.
MATCH (d:Device)-[o:OPERATED]->(a:Account) WHERE a.number IN $numbers
WITH d, collect(o) AS operated
FOREACH (o IN operated | DELETE o)
WITH d, size(operated) AS dropped
CALL (d) { WITH d WHERE NOT EXISTS { (d)-[:OPERATED]->() } DETACH DELETE d }
RETURN sum(dropped) AS dropped
