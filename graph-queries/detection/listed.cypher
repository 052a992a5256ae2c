// Purpose: accounts that a loaded file marks as listed in the Anti-Fraud centre's base. Parameters:
// none. Returns: number.
MATCH (a:Account)
WHERE a.listed = true OR toLower(toString(a.x_listed)) IN ['1', 'true', 'yes', 'да', 'иә']
RETURN a.number AS number ORDER BY number
