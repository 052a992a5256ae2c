// Purpose: tests only: every draft of a case is prepared, approved and filed at one moment.
// Parameters: case, at, by, court, reference, day (as a step has them). Returns: filed (how many).
MATCH (:Case {id: $case})-[:HAS]->(k:Claim {status: 'draft'})
SET k.status = 'filed'
CREATE (k)-[:MOVE]->(:ClaimMove {number: 1, from: 'draft', to: 'review', at: $at, by: $by})
CREATE (k)-[:MOVE]->(:ClaimMove {number: 2, from: 'review', to: 'approved', at: $at, by: $by})
CREATE (k)-[:MOVE]->(:ClaimMove {number: 3, from: 'approved', to: 'filed', at: $at, by: $by,
                                 court: $court, reference: $reference, day: $day})
RETURN count(k) AS filed
