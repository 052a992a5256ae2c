// Purpose: sets a password's hash. A one-time password also ends the tie to a subject of the sign-in
// provider. Parameters: login, password (hash), mustChange, at. Returns: login, or no row.
MATCH (u:User {login: $login})
SET u.password = $password, u.mustChangePassword = $mustChange, u.passwordAt = $at,
    u.providerSubject = CASE WHEN $mustChange THEN null ELSE u.providerSubject END
RETURN u.login AS login
