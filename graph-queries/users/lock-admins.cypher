// Purpose: holds all admins still until the transaction ends, so that two changes cannot remove the
// last two at once. Parameters: mark (anything new). Returns: login, disabled.
MATCH (u:User {role: 'admin'})
SET u.lock = $mark
RETURN u.login AS login, u.disabled AS disabled
