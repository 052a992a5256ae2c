// Purpose: ends one session of a person. Parameters: login, id. Returns: ended.
MATCH (s:Session)-[:OF]->(:User {login: $login}) WHERE coalesce(s.id, left(s.hash, 16)) = $id
DETACH DELETE s
RETURN count(*) AS ended
