// Purpose: a person's tokens that have not ended, the newest first. Parameters: login, now. Returns:
// id, script, scope, since, until, seenAt (null = never used).
MATCH (k:ApiToken)-[:OF]->(:User {login: $login}) WHERE k.until > $now
RETURN k.id AS id, k.script AS script, k.scope AS scope, k.createdAt AS since, k.until AS until, k.seenAt AS seenAt
ORDER BY since DESC, id
