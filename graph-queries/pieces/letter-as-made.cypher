// Purpose: a letter m with the state in which it was made, before anybody sent it. Returns: m, made
// (null where it was written down as sent).
WITH m, COLLECT {
  MATCH (m)-[:WAS]->(s:MeasureState {kind: 'letter-prepared'}) RETURN s ORDER BY s.until DESC LIMIT 1
}[0] AS made
