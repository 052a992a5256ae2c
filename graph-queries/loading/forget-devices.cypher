// Purpose: devices no source tells of any more go. Parameters: none. Returns: nothing.
MATCH (d:Device) WHERE NOT EXISTS { (d)-[:OPERATED]->() }
DELETE d
