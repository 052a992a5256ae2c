// Purpose: the pending secret becomes the second factor, once. Parameters: login, pending (as it was
// read), step (of the code that was shown), codes (hashes). Returns: login, or no row.
MATCH (u:User {login: $login}) WHERE u.factorPending = $pending
SET u.factor = u.factorPending, u.factorStep = $step, u.recoveryCodes = $codes
REMOVE u.factorPending
RETURN u.login AS login
