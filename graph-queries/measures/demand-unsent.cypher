// Purpose: the step that sent the demands of a claim is taken back: they are not sent any more, and
// have the day on which they were made. One that was made anew since is struck out. A demand that a
// person marked as sent stays. Parameters: claim, today (days since 1970), reason, sent (the reason
// that the step gave), older (why one is struck out), at, by. Returns: id.
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter'})
WHERE m.cancelledAt IS NULL AND m.answered IS NULL
// piece: letter-as-made
WHERE made IS NULL OR made.reason = $sent
WITH m, made, EXISTS {
  MATCH (n:Measure {claim: $claim, letter: 'demand', kind: 'letter-prepared'})
  WHERE n.cancelledAt IS NULL AND n.number > m.number
    AND coalesce(n.addressee, '') = coalesce(m.addressee, '')
} AS anew
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null,
    s.until = $at, s.correctedBy = $by, s.reason = $reason,
    m.kind = 'letter-prepared', m.due = null, m.how = null, m.paper = null,
    m.day = coalesce(made.day, $today), m.words = coalesce(made.words, m.words),
    m.at = $at, m.by = $by, m.version = m.version + 1
SET m.sequence = m.day * 1000000000 + m.number
FOREACH (_ IN CASE WHEN anew THEN [1] ELSE [] END |
  SET m.cancelReason = $older, m.cancelledAt = $at, m.cancelledBy = $by)
RETURN m.id AS id
