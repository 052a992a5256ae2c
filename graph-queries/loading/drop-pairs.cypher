// Purpose: pairs that are no question any more; decided ones stay. Parameters: ids. Returns:
// nothing.
UNWIND $ids AS id
MATCH (p:Pair {id: id}) WHERE p.state = 'suggested'
DELETE p
