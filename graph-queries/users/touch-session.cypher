// Purpose: notes that a session is used. Parameters: hash, at.
MATCH (s:Session {hash: $hash})-[:OF]->(u:User)
SET s.seenAt = $at, u.lastSeenAt = $at
