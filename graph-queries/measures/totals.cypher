// Purpose: what the entries of a filter add up to. Parameters: those of the piece. Returns: kind, struck
// (out: they do not count), rows, items (an entry about several counts them all), currency (null =
// without a sum), amount (minor units), unjoined (blocked or returned money that
// belongs to nobody), one row a combination.
// piece: entries-of-filter
RETURN m.kind AS kind,
       // piece: unjoined
       AS unjoined,
       m.cancelledAt IS NOT NULL AS struck, count(m) AS rows,
       sum(coalesce(m.count, 1)) AS items, m.currency AS currency, sum(coalesce(m.amount, 0)) AS amount
