// Purpose: takes a file out of a case. Parameters: id, file, reason, at, by. Returns: name; no row
// where the case has no such file.
MATCH (:Case {id: $id})-[:FILE]->(f:CaseFile {id: $file}) WHERE f.removedAt IS NULL
SET f.removedReason = $reason, f.removedAt = $at, f.removedBy = $by
RETURN f.name AS name
