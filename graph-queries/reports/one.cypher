// Purpose: a crime report with what it describes, and the open cases it belongs to. Parameters: id.
// Returns: id, reportedAt, lure, victimName, victimIin, accounts, transferIds, reported (JSON
// texts), open (those of them for which nothing of the data was accepted), waiting (transfers named
// by id and not loaded yet: id, amount, currency), cases (id, title).
MATCH (r:Report {id: $id}) WHERE size(r.sourceRecords) > 0
RETURN r.id AS id, r.reportedAt AS reportedAt, r.lure AS lure, r.victimName AS victimName,
       r.victimIin AS victimIin, [(r)-[:VICTIM]->(a:Account) | a.number] AS accounts,
       coalesce(r.transferIds, []) AS transferIds, coalesce(r.reported, []) AS reported,
       // piece: open-descriptions
       AS open,
       // piece: waiting-transfers
       AS waiting,
       COLLECT {
         MATCH (c:Case {status: 'open'})-[:ABOUT]->(r)
         RETURN {id: c.id, title: c.title} ORDER BY c.number
       } AS cases
