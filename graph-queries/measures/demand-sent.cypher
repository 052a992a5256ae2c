// Purpose: demands of a claim that nobody has sent yet were sent by the claim's step. Parameters:
// claim, day, due (days since 1970; due may be null), how, paper (null = no number yet), words (of
// both, for the search), reason, at, by. Returns: id.
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter-prepared'})
WHERE m.cancelledAt IS NULL
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null,
    s.until = $at, s.correctedBy = $by, s.reason = $reason
SET m.kind = 'letter', m.day = $day, m.sequence = $day * 1000000000 + m.number, m.due = $due,
    m.how = $how, m.paper = $paper, m.words = m.words + ' ' + $words,
    m.at = $at, m.by = $by, m.version = m.version + 1
RETURN m.id AS id
