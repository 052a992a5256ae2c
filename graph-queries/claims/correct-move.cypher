// Purpose: corrects what was written down of a step of a claim; what stood there before stays beside
// it. Parameters: claim, number (of the step), facts (all, as they should stand), filing (the figures
// that a filing keeps from now on, or null = as they are), asks (minor units that a demand or filing
// asks for on the corrected day, or null = as before), at, by, reason. Returns: nothing needed.
MATCH (:Claim {id: $claim})-[:MOVE]->(m:ClaimMove {number: $number})
CREATE (m)-[:WAS]->(:MoveState {
  how: m.how, day: m.day, term: m.term, court: m.court, reference: m.reference, outcome: m.outcome,
  sum: m.sum, penalty: m.penalty, bailiff: m.bailiff, filing: m.filing,
  at: $at, by: $by, reason: $reason})
SET m.how = $facts.how, m.day = $facts.day, m.term = $facts.term, m.court = $facts.court,
    m.reference = $facts.reference, m.outcome = $facts.outcome, m.sum = $facts.sum,
    m.penalty = $facts.penalty, m.bailiff = $facts.bailiff, m.filing = coalesce($filing, m.filing),
    m.asks = coalesce($asks, m.asks),
    m.askedAmount = CASE WHEN m.askedAmount IS NULL THEN null ELSE coalesce($asks, m.askedAmount) END
RETURN m.number AS number
