// Purpose: binds a person to the subject of the sign-in provider, the first time; later it must be the same.
// Parameters: login, subject. Returns: login; no row where the person is bound to another.
MATCH (u:User {login: $login})
SET u.providerSubject = coalesce(u.providerSubject, $subject)
WITH u WHERE u.providerSubject = $subject
RETURN u.login AS login
