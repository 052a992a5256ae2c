// Purpose: another letter that was sent in a year under the same outgoing number. Parameters: id (of
// the letter), paper (the number), from and until (days since 1970 of the year). Returns: id, one
// row or none.
MATCH (m:Measure)
WHERE m.letter IS NOT NULL AND m.paper = $paper AND m.id <> $id AND m.cancelledAt IS NULL
  AND NOT m.kind ENDS WITH '-prepared' AND m.day >= $from AND m.day <= $until
RETURN m.id AS id ORDER BY m.sequence LIMIT 1
