// Purpose: everything kept about sessions, for the test that no token is among it. Returns: session
// (properties), person.
MATCH (s:Session)-[:OF]->(u:User) RETURN properties(s) AS session, properties(u) AS person
