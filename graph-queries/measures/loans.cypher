// Purpose: suspended loans in the order of the register, so that a victim counts at the first one.
// Parameters: none. Returns: id, day (days since 1970), district (in which it counts, or null), names
// and iins of the persons, items (victims of an entry without names).
MATCH (m:Measure {kind: 'loan-suspended'})
WHERE m.cancelledAt IS NULL
RETURN m.id AS id, m.day AS day,
       // piece: district
       AS district,
       coalesce(m.personNames, []) AS names,
       coalesce(m.personIins, []) AS iins, coalesce(m.count, 1) AS items
ORDER BY m.sequence
