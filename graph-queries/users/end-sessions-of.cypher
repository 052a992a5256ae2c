// Purpose: ends all sessions of a person. Parameters: login. Returns: ended.
MATCH (s:Session)-[:OF]->(:User {login: $login})
DETACH DELETE s
RETURN count(*) AS ended
