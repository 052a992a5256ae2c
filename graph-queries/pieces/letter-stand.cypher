// Purpose: where a letter m of the register stands on the day $today (days since 1970), as standOf
// of contract/outgoing.ts has it.
CASE
  WHEN m.cancelledAt IS NOT NULL THEN 'struck'
  WHEN m.answered IS NOT NULL THEN 'answered'
  WHEN m.kind ENDS WITH '-prepared' THEN 'unsent'
  WHEN m.due < $today THEN 'overdue'
  ELSE 'awaiting'
END
