// Purpose: only for tests: two claims as an older version kept them, one ready and one in court.
// Parameters: case, ready, court (ids). Returns: nothing.
MATCH (c:Case {id: $case})
UNWIND [[$ready, 'ready', 'draft', 1], [$court, 'court', 'filed', 2]] AS one
CREATE (c)-[:HAS]->(k:Claim {
  id: one[0], number: one[3], status: one[1], method: 'direct', currency: 'KZT', victimKey: 'old',
  defendantKey: 'old', openedAt: 1, openedBy: 'tester', reports: []
})-[:MOVE]->(:ClaimMove {number: 1, from: one[2], to: one[1], at: 1, by: 'tester'})
