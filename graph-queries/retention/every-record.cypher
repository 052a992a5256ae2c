// Purpose: every record, as a stream; the caller looks for a person's numbers in it. Parameters: apart (labels
// that hold nobody's data). Returns: element, labels, record (properties).
MATCH (n) WHERE none(label IN labels(n) WHERE label IN $apart)
RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS record
