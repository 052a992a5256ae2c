// Purpose: for tests: what was said of a file before. Parameters: id. Returns: sanctionedBy,
// replacedBy.
MATCH (:Source {id: $id})-[:WAS]->(w:SourceWords)
RETURN w.sanctionedBy AS sanctionedBy, w.replacedBy AS replacedBy
