// Purpose: keeps the sealed secret of a second factor until the person has shown a code of it.
// Parameters: login, secret. Returns: login, or no row where a factor is on.
MATCH (u:User {login: $login}) WHERE u.factor IS NULL
SET u.factorPending = $secret
RETURN u.login AS login
