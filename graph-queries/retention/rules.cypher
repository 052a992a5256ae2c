// Purpose: the terms that the office has set. Parameters: none. Returns: class, months, by, at.
MATCH (r:RetentionRule)
RETURN r.class AS class, r.months AS months, r.by AS by, r.at AS at
