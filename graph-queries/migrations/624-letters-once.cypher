// A letter is one entry, in however many languages it was made (docs/letters.md). A request that
// nobody sent is none yet, and the term for its answer has not begun.
MATCH (m:Measure)
WHERE m.letter IS NOT NULL AND m.kind IN ['block-asked', 'loan-asked'] AND m.paper IS NULL
  AND m.file IS NOT NULL
CALL (m) {
  SET m.kind = m.kind + '-prepared', m.due = null
} IN TRANSACTIONS OF 10000 ROWS;
// Older versions made an entry for each language. The one that was sent stays, else the newest; the
// others are struck out and stand in no list, but are found by their number.
MATCH (m:Measure)
WHERE m.letter IS NOT NULL AND m.claim IS NOT NULL AND m.language IS NOT NULL AND m.cancelledAt IS NULL
WITH m ORDER BY m.number
WITH m.claim AS claim, m.letter AS letter, coalesce(m.bank, '') AS bank,
     CASE WHEN m.letter IN ['security', 'cover-letter'] THEN '' ELSE coalesce(m.addressee, '') END AS addressee,
     collect(m) AS made
WHERE size(made) > 1
CALL (made) {
  WITH [m IN made | {
    entry: m, unsent: m.kind ENDS WITH '-prepared', sent: head([o IN made
      WHERE NOT o.kind ENDS WITH '-prepared' AND o.language <> m.language
        AND coalesce(o.amount, 0) = coalesce(m.amount, 0)
        AND (m.kind ENDS WITH '-prepared' OR o.number < m.number AND o.day = m.day
          AND coalesce(o.paper, '') = coalesce(m.paper, ''))])
  }] AS all
  WITH all, last([one IN all WHERE one.unsent AND one.sent IS NULL | one.entry]) AS newest
  UNWIND all AS one
  WITH one.entry AS m, coalesce(one.sent, CASE WHEN one.unsent THEN newest END) AS kept
  WHERE kept IS NOT NULL AND kept <> m
  WITH m, kept, coalesce(m.amount, 0) = coalesce(kept.amount, 0) AND m.language <> kept.language AS twin
  SET m.twinOf = kept.id, m.cancelledAt = timestamp(), m.cancelledBy = 'upgrade',
      m.cancelReason = CASE WHEN twin THEN 'letter-twin' ELSE 'letter-superseded' END,
      kept.languages = CASE
        WHEN NOT twin OR m.language IN coalesce(kept.languages, []) THEN kept.languages
        ELSE coalesce(kept.languages, [kept.language]) + m.language
      END
} IN TRANSACTIONS OF 1000 ROWS;
