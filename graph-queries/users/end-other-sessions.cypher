// Purpose: ends all sessions of a person but one. Parameters: login, hash (of the one that stays).
// Returns: ended.
MATCH (s:Session)-[:OF]->(:User {login: $login}) WHERE s.hash <> $hash
DETACH DELETE s
RETURN count(*) AS ended
