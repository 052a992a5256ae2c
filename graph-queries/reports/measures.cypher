// Purpose: measures that answer a crime report, and returns of what they blocked, the newest first.
// Parameters: report. Returns: id, kind, bank, day, due (days since 1970; null for a block of which
// everything was returned), amount (minor units), currency, case, report, paper, sanction,
// sanctionDay (of the prosecutor; days since 1970), file, claim, letter (its kind), state (hash of
// the letter), languages, version, outdated.
MATCH (m:Measure)
WHERE m.cancelledAt IS NULL AND ($report IN m.reports
  OR EXISTS { MATCH (b:Measure {id: m.block}) WHERE $report IN b.reports AND b.cancelledAt IS NULL })
RETURN m.id AS id, m.kind AS kind, m.bank AS bank, m.day AS day,
       CASE WHEN m.kind = 'block' AND m.amount <=
         // piece: returned-of-block
       THEN null ELSE m.due END AS due,
       m.amount AS amount, m.currency AS currency, m.case AS case,
       m.paper AS paper, m.file AS file, m.claim AS claim, m.letter AS letter,
       m.sanction AS sanction, m.sanctionDay AS sanctionDay, m.state AS state,
       m.languages AS languages, m.version AS version,
       // piece: outdated-letter
       AS outdated, $report AS report
ORDER BY m.sequence DESC
