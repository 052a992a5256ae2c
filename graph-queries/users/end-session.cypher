// Purpose: ends one session. Parameters: hash.
MATCH (s:Session {hash: $hash}) DETACH DELETE s
