// Purpose: where a letter m of the register stands on the day $today (days since 1970), as standOf
// of contract/outgoing.ts has it.
CASE
  WHEN m.cancelledAt IS NOT NULL THEN 'struck'
  WHEN m.answered IS NOT NULL THEN 'answered'
  WHEN m.due < $today THEN 'overdue'
  WHEN m.kind ENDS WITH '-prepared'
    OR (m.kind IN ['block-asked', 'loan-asked'] AND m.paper IS NULL AND m.file IS NOT NULL) THEN 'unsent'
  ELSE 'awaiting'
END
