// Purpose: everybody who may sign in. Returns: one row a person, by login.
MATCH (u:User)
OPTIONAL MATCH (r:SignInRules {id: 'office'})
RETURN u.login AS login, u.name AS name, u.role AS role, u.disabled AS disabled, u.mustChangePassword AS mustChangePassword,
       CASE WHEN u.factor IS NOT NULL THEN 'on' WHEN u.role IN coalesce(r.factorRoles, []) THEN 'due' ELSE 'off' END AS secondFactor,
       u.lastSeenAt AS lastSeenAt
ORDER BY login
