// Purpose: suspended loans in the order of the register, so that a victim counts at the first one.
// Parameters: none. Returns: id, day (days since 1970), district (its own, else that of its case), names
// and iins of the persons, items (victims of an entry without names).
MATCH (m:Measure {kind: 'loan-suspended'})
WHERE m.cancelledAt IS NULL
RETURN m.id AS id, m.day AS day,
       coalesce(m.district, COLLECT { MATCH (c:Case {id: m.case}) RETURN c.district }[0]) AS district,
       coalesce(m.personNames, []) AS names,
       coalesce(m.personIins, []) AS iins, coalesce(m.count, 1) AS items
ORDER BY m.sequence
