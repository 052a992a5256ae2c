// Purpose: decisions, newest first. Parameters: target, verdict (text or null), offset, limit.
// Returns: decision, total.
MATCH (d:Decision)
WHERE ($target IS NULL OR d.target = $target) AND ($verdict IS NULL OR d.verdict = $verdict)
WITH d ORDER BY d.decidedAt DESC, d.id
WITH collect(properties(d)) AS found
RETURN found[$offset..$offset + $limit] AS decisions, size(found) AS total
