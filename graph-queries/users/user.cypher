// Purpose: one person with the password's hash, the time it was set, and the
// sealed secret of the second factor. Parameters: login. Returns: one row or none.
MATCH (u:User {login: $login})
OPTIONAL MATCH (r:SignInRules {id: 'office'})
RETURN u.login AS login, u.name AS name, u.role AS role, u.disabled AS disabled, u.mustChangePassword AS mustChangePassword,
       CASE WHEN u.factor IS NOT NULL THEN 'on' WHEN u.role IN coalesce(r.factorRoles, []) THEN 'due' ELSE 'off' END AS secondFactor,
       u.factor AS factor, u.password AS password, coalesce(u.passwordAt, u.createdAt, 0) AS passwordAt
