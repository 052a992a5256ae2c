// Purpose: gives a measure new properties and keeps the ones before. Parameters: id, fields (all
// properties it has from now on), reason, at, by. Returns: id.
MATCH (m:Measure {id: $id})
CREATE (m)-[:WAS]->(s:MeasureState)
SET s = properties(m), s.id = null, s.rowKey = null, s.until = $at, s.correctedBy = $by, s.reason = $reason
SET m = $fields
RETURN m.id AS id
