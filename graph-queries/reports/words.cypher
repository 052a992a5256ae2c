// Purpose: what a crime report said before, the newest first. Parameters: id. Returns: what, until,
// by, reason, words (JSON), author (login).
MATCH (w:ReportWords {report: $id})
RETURN w.what AS what, w.until AS until, w.by AS by, w.reason AS reason, w.words AS words,
       w.author AS author
ORDER BY w.until DESC, w.number DESC
