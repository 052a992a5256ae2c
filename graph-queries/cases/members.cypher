// Purpose: who works on a case, and who may. Parameters: id, roles (of people who work on cases).
// Returns: version (of the case), members
// and others (login, name, role: users who may sign in); no row where the case is unknown.
MATCH (c:Case {id: $id})
RETURN coalesce(c.version, 0) AS version,
       COLLECT { MATCH (c)-[:MEMBER]->(u:User) RETURN u {.login, .name, .role} ORDER BY u.login } AS members,
       COLLECT {
         MATCH (u:User) WHERE NOT u.disabled AND u.role IN $roles AND NOT (c)-[:MEMBER]->(u)
         RETURN u {.login, .name, .role} ORDER BY u.login
       } AS others
