// Purpose: the roles that need a second factor. Returns: roles.
OPTIONAL MATCH (r:SignInRules {id: 'office'})
RETURN coalesce(r.factorRoles, []) AS roles
