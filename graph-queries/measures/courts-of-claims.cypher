// Purpose: the courts of claims as a person wrote them down in both languages. Parameters: claims
// (ids). Returns: claim, ru, kk (none of them null).
MATCH (k:Claim)-[:DOSSIER]->(d:Dossier)
WHERE k.id IN $claims AND d.court IS NOT NULL AND d.courtKk IS NOT NULL
RETURN k.id AS claim, d.court AS ru, d.courtKk AS kk
