// Purpose: which Neo4j this is.
// Parameters: none. Returns: version ("5.26.30"), edition ("community", "enterprise").
CALL dbms.components() YIELD name, versions, edition
WHERE name = "Neo4j Kernel"
RETURN versions[0] AS version, edition
