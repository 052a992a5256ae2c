// Purpose: steps to court that asked for a penalty. Parameters: none. Returns: claim, at (when the step
// was written down, UTC milliseconds), filing (text).
MATCH (k:Claim)-[:MOVE]->(m:ClaimMove {to: 'filed'})
WHERE m.filing CONTAINS '"penalty":{'
RETURN k.id AS claim, m.at AS at, m.filing AS filing
