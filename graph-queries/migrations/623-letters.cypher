// Letters are found by their kind and by their state. Letters of the first hour that an older
// version wrote down are letters too: those of the program name their file.
CREATE INDEX measure_letter IF NOT EXISTS FOR (m:Measure) ON (m.letter);
CREATE INDEX measure_state IF NOT EXISTS FOR (m:Measure) ON (m.state);
MATCH (m:Measure)
WHERE m.letter IS NULL AND (m.kind IN ['incident-prepared', 'restriction-prepared', 'notice-prepared']
  OR m.kind IN ['block-asked', 'loan-asked'] AND m.file IS NOT NULL
  OR EXISTS { MATCH (m)-[:WAS]->(s:MeasureState) WHERE s.kind = m.kind + '-prepared' })
CALL (m) {
  SET m.letter = CASE
    WHEN m.kind STARTS WITH 'incident' THEN 'incident'
    WHEN m.kind STARTS WITH 'restriction' THEN 'restriction'
    WHEN m.kind STARTS WITH 'notice' THEN 'return-notice'
    WHEN m.kind = 'block-asked' THEN 'freeze-request'
    ELSE 'loan-suspension'
  END
} IN TRANSACTIONS OF 10000 ROWS;
