// Purpose: the demands of a claim that its step sent on a day have the facts of the corrected step;
// they stay sent and answered. Parameters: claim, was (the earlier day), day, due (days since 1970;
// due may be null), how, paper (null = no number), numbered (the step has another number; else a
// letter keeps its own), words (of how and number, for the search), reason (that the step gave, and of
// the change), at, by. Returns: id.
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter', day: $was})
WHERE m.cancelledAt IS NULL
// piece: letter-as-made
WHERE made IS NULL OR made.reason = $reason
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null,
    s.until = $at, s.correctedBy = $by, s.reason = $reason,
    m.day = $day, m.sequence = $day * 1000000000 + m.number, m.due = $due, m.how = $how,
    m.paper = CASE WHEN $numbered THEN $paper ELSE m.paper END,
    m.words = m.words + ' ' + $words,
    m.at = $at, m.by = $by, m.version = m.version + 1
RETURN m.id AS id
