// Purpose: accounts with their holders, for the facts of a package. Parameters: numbers. Returns:
// number, bank, openedAt, exitKind (null = an ordinary account), holder (key, iin, bin, name, kind;
// or null).
UNWIND $numbers AS number
MATCH (a:Account {number: number})
RETURN a.number AS number, a.bank AS bank, a.openedAt AS openedAt, CASE WHEN a:Exit THEN coalesce(a.kind, 'other') END AS exitKind,
       [(h:Holder)-[:HOLDS]->(a) | h {.key, .iin, .bin, .name, .kind}][0] AS holder
ORDER BY number
