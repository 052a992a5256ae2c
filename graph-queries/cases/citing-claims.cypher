// Purpose: claims of a case that have left the office and stand on these crime reports. Parameters:
// id, reports (ids). Returns: claim.
MATCH (:Case {id: $id})-[:HAS]->(k:Claim)
WHERE NOT k.status IN ['draft', 'withdrawn'] AND any(report IN k.reports WHERE report IN $reports)
RETURN k.id AS claim ORDER BY k.number
