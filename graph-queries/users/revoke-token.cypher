// Purpose: revokes one token of a person. Parameters: login, id. Returns: script, or no row.
MATCH (k:ApiToken {id: $id})-[:OF]->(:User {login: $login})
WITH k, k.script AS script
DETACH DELETE k
RETURN script
