// Purpose: new recovery codes in place of the old ones. Parameters: login, codes (hashes). Returns:
// login, or no row where no second factor is on.
MATCH (u:User {login: $login}) WHERE u.factor IS NOT NULL
SET u.recoveryCodes = $codes
RETURN u.login AS login
