// Purpose: revokes all tokens of a person. Parameters: login. Returns: ended.
MATCH (k:ApiToken)-[:OF]->(:User {login: $login})
DETACH DELETE k
RETURN count(*) AS ended
