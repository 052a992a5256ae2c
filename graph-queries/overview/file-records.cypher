// Purpose: files loaded in a period and not taken out again. Parameters: from, until (null = no bound).
// Returns: id, title (name of the file), at.
MATCH (s:Source)
WHERE coalesce(s.state, 'loaded') = 'loaded'
  AND ($from IS NULL OR s.loadedAt >= $from) AND ($until IS NULL OR s.loadedAt < $until)
RETURN s.id AS id, s.fileName AS title, s.loadedAt AS at
