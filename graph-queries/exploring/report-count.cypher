// Purpose: how many crime reports there are. Parameters: hiddenReports. Returns: total.
MATCH (r:Report) WHERE NOT r.id IN $hiddenReports RETURN count(r) AS total
