// Purpose: deletes sessions that have run out. Parameters: now, idleSince.
MATCH (s:Session) WHERE s.until <= $now OR s.seenAt <= $idleSince
DETACH DELETE s
