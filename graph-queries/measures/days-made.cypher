// Purpose: the day on which each letter was made, as it stood before somebody sent it. Parameters:
// ids (of measures). Returns: id, day (days since 1970; null where it was written down as sent), at
// (when its entry was written down first).
MATCH (m:Measure) WHERE m.id IN $ids
RETURN m.id AS id,
       CASE WHEN m.kind ENDS WITH '-prepared' THEN m.day ELSE head(COLLECT {
         MATCH (m)-[:WAS]->(s:MeasureState) WHERE s.kind ENDS WITH '-prepared'
         RETURN s.day ORDER BY s.version DESC LIMIT 1
       }) END AS day,
       head(COLLECT {
         MATCH (m)-[:WAS]->(s:MeasureState) RETURN s.at ORDER BY s.version LIMIT 1
       } + [m.at]) AS at
