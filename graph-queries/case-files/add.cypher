// Purpose: writes down a file of a case under the next number. Parameters: id, file (name, bytes,
// sha256, about, claim, payment, at, by). Returns: id.
MATCH (c:Case {id: $id})
SET c.fileNumber = coalesce(c.fileNumber, 0) + 1
CREATE (c)-[:FILE]->(f:CaseFile {id: c.id + '-F' + toString(c.fileNumber), number: c.fileNumber})
SET f += $file
RETURN f.id AS id
