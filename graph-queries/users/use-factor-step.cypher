// Purpose: a code counts once, also when it comes twice at the same moment: the person is locked by a
// write before the last step is read. Parameters: login, step, mark (anything new). Returns: login,
// or no row where this or a later code was used already.
MATCH (u:User {login: $login})
SET u.lock = $mark
WITH u WHERE coalesce(u.factorStep, -1) < $step
SET u.factorStep = $step
RETURN u.login AS login
