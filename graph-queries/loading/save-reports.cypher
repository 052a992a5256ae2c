// Purpose: creates crime reports or renews them; victims are the accounts named as such. Stolen
// transfers are linked by link-reports. Parameters: reports (properties, victims). Returns:
// nothing.
UNWIND $reports AS report
MERGE (r:Report {id: report.properties.id})
SET r += report.properties
WITH r, report
CALL (r, report) {
  MATCH (r)-[v:VICTIM]->(a:Account) WHERE NOT a.number IN report.victims
  DELETE v
}
CALL (r, report) {
  UNWIND report.victims AS number
  MATCH (a:Account {number: number})
  MERGE (r)-[:VICTIM]->(a)
}
