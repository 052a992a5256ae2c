// Purpose: reported stolen money by report r, with currency, amount and confirmed (by a bank's row); a
// transfer named by two reports counts for the earlier one only. Where no bank's row of a report is
// loaded, the report's own amount counts; beside loaded rows, what the victim only describes and the
// own figures of the transfers that are not loaded yet.
// Parameters: from, until (null = no bound).
MATCH (r:Report)
WITH r ORDER BY coalesce(r.reportedAt, 9007199254740991), r.id
WITH r, COLLECT { UNWIND coalesce(r.transferIds, []) AS id MATCH ()-[t:TRANSFER {id: id}]->() RETURN DISTINCT t } AS transfers,
     // piece: open-descriptions
     AS described,
     // piece: waiting-transfers
     AS waiting
WITH collect({report: r, transfers: transfers, described: described, waiting: waiting}) AS facts
CALL (facts) {
  UNWIND facts AS one
  UNWIND one.transfers AS t
  WITH t, collect(one.report)[0] AS r
  RETURN r, t.currency AS currency, t.amount AS amount, true AS confirmed
  UNION ALL
  UNWIND facts AS one
  WITH one.report AS r, size(one.transfers) AS loaded
  WHERE loaded = 0 AND r.amount IS NOT NULL
  RETURN r, coalesce(r.currency, 'KZT') AS currency, r.amount AS amount, false AS confirmed
  UNION ALL
  UNWIND [one IN facts WHERE size(one.transfers) > 0] AS one
  UNWIND one.waiting AS t
  WITH t.id AS id, collect({report: one.report, currency: t.currency, amount: t.amount})[0] AS first
  RETURN first.report AS r, first.currency AS currency, first.amount AS amount, false AS confirmed
  UNION ALL
  UNWIND [one IN facts WHERE size(one.transfers) > 0] AS one
  UNWIND one.described AS text
  WITH one.report AS r, split(text, '"currency":"')[1] AS currency,
       toInteger(split(split(text, '"amount":"')[1], '"')[0]) AS amount
  RETURN r, coalesce(left(currency, 3), 'KZT') AS currency, amount, false AS confirmed
}
WITH r, currency, amount, confirmed
WHERE ($from IS NULL OR r.reportedAt >= $from) AND ($until IS NULL OR r.reportedAt < $until)
