// Purpose: what a change of a crime report depends on. Parameters: id. Returns: facts (of each
// source, a text), sources (ids of those files), confirmed (a transfer of the data was accepted for
// what it describes), claims (statuses of standing claims that name it), measures (id, version,
// kind, paper, file) that answer it.
MATCH (r:Report {id: $id}) WHERE size(r.sourceRecords) > 0
RETURN r.sourceRecords AS facts,
       COLLECT {
         MATCH (s:Source)
         WHERE s.sequence IN [text IN r.sourceRecords | toInteger(split(text, ' ')[0])]
         RETURN s.id
       } AS sources,
       EXISTS {
         MATCH (l:ReportLink {report: r.id, same: true})
         WHERE l.key IN coalesce(r.reportedKeys, [])
       } AS confirmed,
       COLLECT {
         MATCH (c:Case)-[:ABOUT]->(r)
         MATCH (c)-[:HAS]->(k:Claim) WHERE k.status <> 'withdrawn' AND r.id IN k.reports
         RETURN DISTINCT k.status
       } AS claims,
       COLLECT {
         MATCH (m:Measure) WHERE m.cancelledAt IS NULL AND r.id IN m.reports
         RETURN m {.id, .version, .kind, .paper, .file}
       } AS measures
