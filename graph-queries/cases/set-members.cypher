// Purpose: who works on a case from now on. Parameters: id, logins, roles (of people who work
// on cases), by, at. Returns: login of each member.
MATCH (c:Case {id: $id})
OPTIONAL MATCH (c)-[old:MEMBER]->(u:User) WHERE NOT u.login IN $logins
DELETE old
WITH DISTINCT c
UNWIND $logins AS login
MATCH (u:User {login: login}) WHERE u.role IN $roles
MERGE (c)-[m:MEMBER]->(u)
  ON CREATE SET m.by = $by, m.at = $at
RETURN DISTINCT u.login AS login ORDER BY login
