// Purpose: stores clusters with their members. Parameters: clusters (list of {properties, members:
// [{account, properties}]}). Returns: saved.
UNWIND $clusters AS item
CREATE (c:Cluster)
SET c = item.properties
WITH c, item
CALL (c, item) {
  UNWIND item.members AS member
  MATCH (a:Account {number: member.account})
  CREATE (c)-[m:MEMBER]->(a)
  SET m = member.properties
  RETURN count(m) AS members
}
RETURN count(c) AS saved
