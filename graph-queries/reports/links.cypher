// Purpose: people's decisions about the transfers that reports describe. Parameters: reports (ids).
// Returns: report, key, transferId, same, reason, by, at, earlier (maps), the oldest first.
MATCH (l:ReportLink) WHERE l.report IN $reports AND l.same IS NOT NULL
RETURN l.report AS report, l.key AS key, l.transferId AS transferId, l.same AS same,
       l.reason AS reason, l.by AS by, l.at AS at,
       [i IN range(0, size(coalesce(l.earlierAt, [])) - 1) | {
         same: l.earlierSame[i], reason: l.earlierReasons[i], by: l.earlierBy[i],
         at: l.earlierAt[i]
       }] AS earlier
ORDER BY at, transferId
