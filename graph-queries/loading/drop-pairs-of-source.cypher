// Purpose: open pairs with a row of this source are no question any more; decided ones stay, for
// when it comes back. Parameters: prefix (id and #). Returns: nothing.
MATCH (p:Pair {state: 'suggested'})
WHERE p.leftKey STARTS WITH $prefix OR p.rightKey STARTS WITH $prefix
DELETE p
