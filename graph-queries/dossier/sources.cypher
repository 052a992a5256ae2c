// Purpose: what is written down of the request that files answer. Parameters: ids (SHA-256). Returns:
// id, requestNumber, requestDate, sanctionedBy.
MATCH (s:Source) WHERE s.id IN $ids
RETURN s.id AS id, s.requestNumber AS requestNumber, s.requestDate AS requestDate, s.sanctionedBy AS sanctionedBy
ORDER BY id
