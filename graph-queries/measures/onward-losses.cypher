// Purpose: stolen transfers of crime reports whose money may have gone on to an account: payments from
// account to account lead there, none of them earlier than the theft. Parameters: wanted (report,
// account each). Returns: report, account, transfer.
UNWIND $wanted AS wanted
MATCH (r:Report {id: wanted.report}), (to:Account {number: wanted.account})
UNWIND coalesce(r.transferIds, []) AS id
MATCH ()-[t:TRANSFER {id: id}]->(first:Account)
WHERE first <> to AND EXISTS {
  MATCH SHORTEST 1 (first)((x:!Exit)-[s:TRANSFER WHERE s.bookedAt >= t.bookedAt]->(y)){1,6}(to)
}
RETURN r.id AS report, to.number AS account, id AS transfer ORDER BY t.bookedAt, id
