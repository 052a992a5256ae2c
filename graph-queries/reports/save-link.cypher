// Purpose: a person's decision that a transfer is, or is not, the described one; what was decided
// before is kept beside it. Parameters: id, report, key, transferId, same (null = the decision is taken back), seen (the last decision
// the person saw, null = none), reason, by, at. Returns: saved (false: somebody decided meanwhile),
// by, at.
MERGE (l:ReportLink {id: $id})
SET l.lock = true
REMOVE l.lock
WITH l, coalesce(l.same = $seen, l.same IS NULL AND $seen IS NULL) AS fits, l.by AS by, l.at AS at
CALL (l, fits) {
  WITH l WHERE fits AND l.same IS NOT NULL
  SET l.earlierSame = coalesce(l.earlierSame, []) + l.same,
      l.earlierReasons = coalesce(l.earlierReasons, []) + l.reason,
      l.earlierBy = coalesce(l.earlierBy, []) + l.by,
      l.earlierAt = coalesce(l.earlierAt, []) + l.at
}
CALL (l, fits) {
  WITH l WHERE fits
  SET l.report = $report, l.key = $key, l.transferId = $transferId, l.same = $same,
      l.reason = $reason, l.by = $by, l.at = $at
}
RETURN fits AS saved, by, at
