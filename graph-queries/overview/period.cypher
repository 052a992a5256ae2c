// Purpose: figures of a period. Parameters: from, until (null = no bound). Returns: one row.
// clusters are those of the newest detection run that moved money in the period. files = loaded and
// not taken out again.
OPTIONAL MATCH (latest:DetectionRun)
WITH latest ORDER BY latest.startedAt DESC LIMIT 1
RETURN
  COUNT { MATCH (r:Report) WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until) } AS reports,
  size(COLLECT {
    MATCH (r:Report) WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until)
    OPTIONAL MATCH (r)-[:VICTIM]->(v:Account)
    RETURN DISTINCT coalesce(r.victimIin, [(h:Holder)-[:HOLDS]->(v) | h.key][0], v.number, r.id)
  }) AS victims,
  COUNT { MATCH (c:Cluster {runId: latest.id}) WHERE ($from IS NULL OR c.last >= $from) AND ($until IS NULL OR c.first < $until) } AS clusters,
  COUNT { MATCH (c:Case) WHERE ($from IS NULL OR c.openedAt >= $from) AND ($until IS NULL OR c.openedAt < $until) } AS cases,
  COUNT { MATCH (s:Source) WHERE coalesce(s.state, 'loaded') = 'loaded' AND ($from IS NULL OR s.loadedAt >= $from) AND ($until IS NULL OR s.loadedAt < $until) } AS files
