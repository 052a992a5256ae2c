// Purpose: accounts touched by a report: the victim's and those of the stolen transfers.
// Parameters: report. Returns: number.
MATCH (r:Report {id: $report})
CALL (r) {
  MATCH (r)-[:VICTIM]->(a:Account) RETURN a
  UNION
  UNWIND coalesce(r.transferIds, []) AS id
  MATCH (x:Account)-[t:TRANSFER {id: id}]->(y:Account)
  UNWIND [x, y] AS a
  RETURN a
}
RETURN DISTINCT a.number AS number ORDER BY number
