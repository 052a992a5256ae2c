// Purpose: one person with the password's hash and the time it was set. Parameters: login. Returns: one row or none.
MATCH (u:User {login: $login})
RETURN u.login AS login, u.name AS name, u.role AS role, u.disabled AS disabled, u.mustChangePassword AS mustChangePassword,
       u.password AS password, coalesce(u.passwordAt, u.createdAt, 0) AS passwordAt
