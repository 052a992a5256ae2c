// Purpose: how much of a case's data a package is taken from. Parameters: case, numbers (accounts of
// the package). Returns: transfers (of these accounts; an exit stands for a whole bank, so its own
// are not counted), notes (of the case).
MATCH (c:Case {id: $case})
RETURN COUNT {
         UNWIND $numbers AS number
         MATCH (a:Account {number: number})-[t:TRANSFER]-()
         WHERE NOT a:Exit
         RETURN DISTINCT t
       } AS transfers,
       COUNT { (c)-[:NOTE]->(:Note) } AS notes
