// Purpose: writes down a decision; earlier ones stay. Parameters: decision (properties). Returns:
// decision.
CREATE (d:Decision)
SET d = $decision
RETURN properties(d) AS decision
