// Purpose: a person's live sessions, the newest first. Parameters: login, now, idleSince, hash (of
// the token that asks, or null). Returns: id, current, browser, address, since, seenAt.
MATCH (s:Session)-[:OF]->(:User {login: $login})
WHERE s.until > $now AND s.seenAt > $idleSince
RETURN coalesce(s.id, left(s.hash, 16)) AS id, coalesce(s.hash = $hash, false) AS current, coalesce(s.browser, '') AS browser,
       coalesce(s.address, '') AS address, s.createdAt AS since, s.seenAt AS seenAt
ORDER BY since DESC, id
