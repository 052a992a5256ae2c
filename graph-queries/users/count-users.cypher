// Purpose: how many people there are. Returns: total.
MATCH (u:User) RETURN count(u) AS total
