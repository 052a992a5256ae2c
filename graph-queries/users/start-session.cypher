// Purpose: opens a session of a person who is not disabled. Parameters: login, hash (of the token),
// id, browser, address, at, until. Returns: login, or no row.
MATCH (u:User {login: $login}) WHERE NOT u.disabled
CREATE (s:Session {hash: $hash, id: $id, browser: $browser, address: $address, createdAt: $at, seenAt: $at, until: $until})-[:OF]->(u)
SET u.lastSeenAt = $at
RETURN u.login AS login
