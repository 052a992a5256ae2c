// Purpose: lifts a hold that stands. Parameters: id, reason, by, at. Returns: id; no row where none
// stands.
MATCH (h:LegalHold {id: $id}) WHERE h.liftedAt IS NULL
SET h.liftedReason = $reason, h.liftedBy = $by, h.liftedAt = $at
RETURN h.id AS id
