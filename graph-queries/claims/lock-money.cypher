// Purpose: makes every other change of what was stolen, asked for, paid or returned wait until this
// transaction ends: payments, returns of the register, steps and openings of claims. Parameters: at.
// Returns: nothing needed.
MERGE (n:Counter {name: 'claims'})
SET n.changedAt = $at
