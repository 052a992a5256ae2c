// Purpose: measure m is a letter that was made before its crime report was corrected.
(m.file IS NOT NULL AND EXISTS {
  MATCH (w:ReportWords) WHERE w.report IN m.reports AND w.until > coalesce(
    COLLECT { MATCH (m)-[:WAS]->(s:MeasureState) RETURN s.at ORDER BY s.until LIMIT 1 }[0], m.at)
})
