// Purpose: whose live token a hash is. Parameters: hash, now. Returns: the person as users/session
// does, token (the name of the script), scope, seenAt; one row or none.
MATCH (k:ApiToken {hash: $hash})-[:OF]->(u:User)
WHERE k.until > $now AND NOT u.disabled
OPTIONAL MATCH (r:SignInRules {id: 'office'})
RETURN u.login AS login, u.name AS name, u.role AS role, u.mustChangePassword AS mustChangePassword,
       CASE WHEN u.factor IS NOT NULL THEN 'on' WHEN u.role IN coalesce(r.factorRoles, []) THEN 'due' ELSE 'off' END AS secondFactor,
       k.script AS token, k.scope AS scope, k.seenAt AS seenAt
