// Purpose: every other record, as a stream; the caller looks for the person's numbers in it.
// Parameters: apart (labels that are asked for elsewhere or hold nobody's data). Returns: labels,
// record (properties).
MATCH (n) WHERE none(label IN labels(n) WHERE label IN $apart)
RETURN labels(n) AS labels, properties(n) AS record
