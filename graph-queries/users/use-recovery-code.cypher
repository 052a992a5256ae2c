// Purpose: takes a recovery code away as it is used; locked like use-factor-step. Parameters: login,
// code (hash), mark (anything new). Returns: codesLeft, or no row where it is none.
MATCH (u:User {login: $login})
SET u.lock = $mark
WITH u WHERE $code IN coalesce(u.recoveryCodes, [])
SET u.recoveryCodes = [one IN u.recoveryCodes WHERE one <> $code]
RETURN size(u.recoveryCodes) AS codesLeft
