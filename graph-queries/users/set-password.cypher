// Purpose: sets a password's hash. Parameters: login, password (hash), mustChange, at. Returns:
// login, or no row.
MATCH (u:User {login: $login})
SET u.password = $password, u.mustChangePassword = $mustChange, u.passwordAt = $at
RETURN u.login AS login
