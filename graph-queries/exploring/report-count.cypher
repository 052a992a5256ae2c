// Purpose: how many crime reports there are. Returns: total.
MATCH (r:Report) RETURN count(r) AS total
