// Purpose: everybody who may sign in. Returns: one row a person, by login.
MATCH (u:User)
RETURN u.login AS login, u.name AS name, u.role AS role, u.disabled AS disabled, u.mustChangePassword AS mustChangePassword,
       u.lastSeenAt AS lastSeenAt
ORDER BY login
