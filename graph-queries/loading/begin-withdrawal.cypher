// Purpose: notes that a file is being taken out, by whom and why, so that an interrupted withdrawal
// is finished later in that person's name. Parameters: id, by, reason (null = none). Returns: nothing.
MATCH (s:Source {id: $id})
SET s.withdrawnBy = CASE s.state WHEN 'withdrawing' THEN coalesce(s.withdrawnBy, $by) ELSE $by END,
    s.withdrawnReason = CASE s.state WHEN 'withdrawing' THEN s.withdrawnReason ELSE $reason END,
    s.state = CASE s.state WHEN 'loading' THEN 'loading' ELSE 'withdrawing' END
