// Purpose: files loaded or taken out after a moment, with what they may have changed: every file
// but those of transfers that touch none of these accounts. Parameters: since (UTC milliseconds),
// accounts (numbers). Returns: name, at, takenOut; the newest first, at most 20.
MATCH (s:Source)
WHERE s.loadedAt > $since OR s.withdrawnAt > $since
WITH s, s.withdrawnAt > $since AS takenOut
WHERE coalesce(takenOut, false) OR coalesce(s.kind, 'transfers') <> 'transfers' OR EXISTS {
  MATCH (a:Account)-[t:TRANSFER]-() WHERE a.number IN $accounts AND t.sourceId = s.id
}
RETURN coalesce(s.fileName, s.id) AS name, coalesce(takenOut, false) AS takenOut,
       CASE WHEN takenOut THEN s.withdrawnAt ELSE s.loadedAt END AS at
ORDER BY at DESC LIMIT 20
