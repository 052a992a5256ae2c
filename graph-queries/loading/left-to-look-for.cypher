// Purpose: what the work after loading can find at all: the searches themselves are long texts, and a
// server that was just started takes about a second to plan each. Parameters: none. Returns: pairs
// (proposed or decided), masked (accounts whose number no source gives), statements (two or more),
// reports.
RETURN EXISTS { MATCH (:Pair) } AS pairs,
       EXISTS { MATCH (:Account {masked: true}) } AS masked,
       COUNT { MATCH (:Statement) } > 1 AS statements,
       EXISTS { MATCH (:Report) } AS reports
