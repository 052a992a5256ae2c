// Purpose: adds a person unless the login is taken. Parameters: login, name, role, password (hash),
// mustChange, at, mark (unique text). Returns: created.
MERGE (u:User {login: $login})
ON CREATE SET u.name = $name, u.role = $role, u.password = $password, u.mustChangePassword = $mustChange, u.disabled = false,
              u.createdAt = $at, u.mark = $mark
RETURN u.mark = $mark AS created
