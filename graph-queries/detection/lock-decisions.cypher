// Purpose: makes every other decision wait until this transaction ends. Parameters: target, at.
// Returns: decision (of this target, the newest last).
MERGE (n:Counter {name: 'decisions'})
SET n.changedAt = $at
WITH n
MATCH (d:Decision {target: $target})
RETURN properties(d) AS decision ORDER BY d.decidedAt, d.id DESC
