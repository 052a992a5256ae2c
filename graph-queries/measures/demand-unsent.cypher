// Purpose: the step that sent the demands of a claim is taken back: they are not sent any more.
// Parameters: claim, reason, at, by. Returns: id.
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter'})
WHERE m.cancelledAt IS NULL AND m.answered IS NULL
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null,
    s.until = $at, s.correctedBy = $by, s.reason = $reason
SET m.kind = 'letter-prepared', m.due = null, m.how = null, m.paper = null,
    m.at = $at, m.by = $by, m.version = m.version + 1
RETURN m.id AS id
