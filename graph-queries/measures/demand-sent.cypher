// Purpose: the demand of a claim that nobody has sent yet was sent by the claim's step: of each
// addressee the one made last, while older ones are struck out. Parameters: claim, day, due (days
// since 1970; due may be null), how, paper (null = no number yet), words (of both, for the search),
// reason, older (why the older ones are struck out), at, by. Returns: id.
MATCH (m:Measure {claim: $claim, letter: 'demand', kind: 'letter-prepared'})
WHERE m.cancelledAt IS NULL
WITH m ORDER BY m.number DESC
WITH m.addressee AS addressee, collect(m) AS made
UNWIND range(0, size(made) - 1) AS place
WITH made[place] AS m, place = 0 AS newest
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null,
    s.until = $at, s.correctedBy = $by, s.reason = CASE WHEN newest THEN $reason ELSE $older END,
    m.at = $at, m.by = $by, m.version = m.version + 1
FOREACH (_ IN CASE WHEN newest THEN [1] ELSE [] END |
  SET m.kind = 'letter', m.day = $day, m.sequence = $day * 1000000000 + m.number, m.due = $due,
      m.how = $how, m.paper = $paper, m.words = m.words + ' ' + $words)
FOREACH (_ IN CASE WHEN newest THEN [] ELSE [1] END |
  SET m.cancelReason = $older, m.cancelledAt = $at, m.cancelledBy = $by)
RETURN m.id AS id
