// Purpose: says whether a role needs a second factor. Parameters: role, required. Returns: roles.
MERGE (r:SignInRules {id: 'office'})
SET r.factorRoles = [one IN coalesce(r.factorRoles, []) WHERE one <> $role] + CASE WHEN $required THEN [$role] ELSE [] END
RETURN r.factorRoles AS roles
