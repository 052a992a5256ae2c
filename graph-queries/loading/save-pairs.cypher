// Purpose: pairs a person has to decide; one that is there already stays as it is. Parameters:
// pairs (id, properties). Returns: nothing.
UNWIND $pairs AS pair
MERGE (p:Pair {id: pair.id})
ON CREATE SET p += pair.properties
