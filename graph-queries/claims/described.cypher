// Purpose: stolen transfers that crime reports of a case only describe: nothing of the data was
// accepted for them. Parameters: id. Returns: report, described (JSON texts).
MATCH (c:Case {id: $id})-[:ABOUT]->(r:Report)
WHERE size(coalesce(r.reported, [])) > 0
RETURN r.id AS report, [place IN range(0, size(r.reported) - 1)
  WHERE NOT EXISTS {
    MATCH (:ReportLink {report: r.id, key: r.reportedKeys[place], same: true})
  } | r.reported[place]] AS described
ORDER BY report
