// Purpose: pairs with a hidden number, decided or not. Parameters: none. Returns: pair (map).
MATCH (p:Pair {why: 'masked'})
RETURN properties(p) AS pair
