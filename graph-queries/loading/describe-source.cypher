// Purpose: says how a loaded file came to the office; what was said before is kept beside it.
// Parameters: id, provenance (requestNumber, requestDate, sanctionedBy, handedBy), at, by. Returns:
// described.
MATCH (s:Source {id: $id})
CREATE (s)-[:WAS]->(:SourceWords {
  requestNumber: s.requestNumber, requestDate: s.requestDate, sanctionedBy: s.sanctionedBy,
  handedBy: s.handedBy, until: $at, replacedBy: $by
})
SET s += $provenance
RETURN count(s) AS described
