// Purpose: writes down which figure a claim takes where the victim states another sum than the bank.
// Parameters: case, figure (report, transferId, stated, whole, claim, reason, at, by). Returns:
// saved.
MATCH (c:Case {id: $case})
CREATE (c)-[:FIGURE]->(f:VictimFigure)
SET f = $figure
RETURN count(f) AS saved
