// Purpose: the number of the next run, one above the largest. Parameters: none. Returns: number.
OPTIONAL MATCH (r:DetectionRun)
RETURN coalesce(max(r.number), 0) + 1 AS number
