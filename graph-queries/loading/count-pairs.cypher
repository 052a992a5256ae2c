// Purpose: how many pairs are in one state. Parameters: state. Returns: total.
MATCH (p:Pair {state: $state}) RETURN count(p) AS total
