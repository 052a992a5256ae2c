// Purpose: a person's second factor. Parameters: login. Returns: secret and pending (sealed, or
// null), codesLeft; no row where there is nobody.
MATCH (u:User {login: $login})
RETURN u.factor AS secret, u.factorPending AS pending, size(coalesce(u.recoveryCodes, [])) AS codesLeft
