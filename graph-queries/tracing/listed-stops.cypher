// Purpose: accounts whose kind in the account list ends a trace (server/tracing/stops.ts).
// Parameters: kinds (list of text, small letters). Returns: number, kind.
MATCH (a:Account)
WHERE a.kind IS NOT NULL AND NOT a:Exit AND toLower(trim(a.kind)) IN $kinds
RETURN a.number AS number, a.kind AS kind
