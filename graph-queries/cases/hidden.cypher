// Purpose: the cases that a person may not see: those with other members only, and those with none.
// Parameters: login, unowned (cases without members are seen). Returns: id, members (names with
// logins) of each.
MATCH (c:Case)
WHERE NOT EXISTS { (c)-[:MEMBER]->(:User {login: $login}) }
  AND NOT ($unowned AND NOT EXISTS { (c)-[:MEMBER]->(:User) })
RETURN c.id AS id,
       COLLECT { MATCH (c)-[:MEMBER]->(u:User) RETURN u.name + ' (' + u.login + ')' ORDER BY u.login } AS members
