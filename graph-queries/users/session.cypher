// Purpose: whose live session a token's hash is. Parameters: hash, now, idleSince (seen before it =
// ended). Returns: one row or none.
MATCH (s:Session {hash: $hash})-[:OF]->(u:User)
WHERE s.until > $now AND s.seenAt > $idleSince AND NOT u.disabled
OPTIONAL MATCH (r:SignInRules {id: 'office'})
RETURN u.login AS login, u.name AS name, u.role AS role, u.mustChangePassword AS mustChangePassword,
       CASE WHEN u.factor IS NOT NULL THEN 'on' WHEN u.role IN coalesce(r.factorRoles, []) THEN 'due' ELSE 'off' END AS secondFactor, s.seenAt AS seenAt,
       s.ground AS ground
