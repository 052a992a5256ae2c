// Purpose: files loaded or taken out after a moment, with what they may have changed: every file
// but those of transfers that touch none of these accounts. A file that was taken out keeps another
// label. Parameters: since (UTC milliseconds), accounts (numbers), sources (ids of the files that a
// claim cites). Returns: name, at, takenOut, by; cited files that were taken out first, then the
// newest, at most 20.
MATCH (s:Source|WithdrawnSource)
WHERE s.loadedAt > $since OR s.withdrawnAt > $since
WITH s, coalesce(s.withdrawnAt > $since, false) AS takenOut
WHERE takenOut OR coalesce(s.kind, 'transfers') <> 'transfers' OR EXISTS {
  MATCH (a:Account)-[t:TRANSFER]-() WHERE a.number IN $accounts AND t.sourceId = s.id
}
RETURN coalesce(s.fileName, s.id) AS name, takenOut,
       CASE WHEN takenOut THEN s.withdrawnAt ELSE s.loadedAt END AS at,
       CASE WHEN takenOut THEN s.withdrawnBy ELSE s.loadedBy END AS by,
       takenOut AND s.id IN $sources AS cited
ORDER BY cited DESC, at DESC LIMIT 20
