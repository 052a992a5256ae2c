// Purpose: the files of a case in their order, those taken out included. Parameters: id, file (or
// null for all). Returns: id, name, bytes, sha256, about, claim, payment, at, by, removedReason,
// removedAt, removedBy (null = it is there).
MATCH (:Case {id: $id})-[:FILE]->(f:CaseFile) WHERE $file IS NULL OR f.id = $file
RETURN f.id AS id, f.name AS name, f.bytes AS bytes, f.sha256 AS sha256, f.about AS about,
       f.claim AS claim, f.payment AS payment, f.at AS at, f.by AS by,
       f.removedReason AS removedReason, f.removedAt AS removedAt, f.removedBy AS removedBy
ORDER BY f.number
