// Purpose: sets the term of a class of data; null = none. Parameters: class, months, by, at. Returns:
// nothing.
MERGE (r:RetentionRule {class: $class})
SET r.months = $months, r.by = $by, r.at = $at
