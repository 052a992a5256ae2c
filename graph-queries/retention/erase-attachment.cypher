// Purpose: the bytes of a file that was taken out of its case are gone. Parameters: id, at, by.
// Returns: sha256, others (files with the same bytes that are still kept); no row where there is
// none.
MATCH (f:CaseFile {id: $id}) WHERE f.removedAt IS NOT NULL AND f.erasedAt IS NULL
SET f.erasedAt = $at, f.erasedBy = $by
RETURN f.sha256 AS sha256, COUNT { MATCH (g:CaseFile {sha256: f.sha256}) WHERE g.id <> f.id AND g.erasedAt IS NULL } AS others
