// Purpose: the stolen transfers that crime report r only describes (JSON texts): nobody accepted one of
// the data for them.
[place IN range(0, size(coalesce(r.reported, [])) - 1)
  WHERE NOT EXISTS {
    MATCH (:ReportLink {report: r.id, key: r.reportedKeys[place], same: true})
  } | r.reported[place]]
