// Purpose: opens a session of a person who is not disabled. Parameters: login, hash (of the token),
// at, until. Returns: login, or no row.
MATCH (u:User {login: $login}) WHERE NOT u.disabled
CREATE (s:Session {hash: $hash, createdAt: $at, seenAt: $at, until: $until})-[:OF]->(u)
SET u.lastSeenAt = $at
RETURN u.login AS login
