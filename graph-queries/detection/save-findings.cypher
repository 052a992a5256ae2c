// Purpose: stores findings of a run. Parameters: findings (list of properties). Returns: saved.
UNWIND $findings AS item
CREATE (f:Finding)
SET f = item
RETURN count(f) AS saved
