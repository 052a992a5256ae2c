// Purpose: whose live session a token's hash is. Parameters: hash, now, idleSince (seen before it =
// ended). Returns: one row or none.
MATCH (s:Session {hash: $hash})-[:OF]->(u:User)
WHERE s.until > $now AND s.seenAt > $idleSince AND NOT u.disabled
RETURN u.login AS login, u.name AS name, u.role AS role, u.mustChangePassword AS mustChangePassword, s.seenAt AS seenAt,
       s.ground AS ground
