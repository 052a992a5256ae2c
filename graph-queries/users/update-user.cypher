// Purpose: changes role or disabled; null leaves as it is. Parameters: login, role, disabled.
// Returns: login, or no row.
MATCH (u:User {login: $login})
SET u.role = coalesce($role, u.role), u.disabled = coalesce($disabled, u.disabled)
RETURN u.login AS login
