// Purpose: pairs of rows of some groups, decided or not. Parameters: groups. Returns: pair (map).
MATCH (p:Pair) WHERE p.leftGroup IN $groups
RETURN properties(p) AS pair
UNION
MATCH (p:Pair) WHERE p.rightGroup IN $groups
RETURN properties(p) AS pair
