// Purpose: accounts where a trace may have to stop or end: those of a certain kind and those known
// only from the other side. Parameters: none. Returns: number, kind, stub, exit.
MATCH (a:Account)
WHERE a:Exit OR a.kind IS NOT NULL OR a.stub = true
RETURN a.number AS number, a.kind AS kind, coalesce(a.stub, false) AS stub, a:Exit AS exit
