// Purpose: takes a person's second factor away. Parameters: login. Returns: login, or no row.
MATCH (u:User {login: $login})
REMOVE u.factor, u.factorPending, u.factorStep, u.recoveryCodes
RETURN u.login AS login
