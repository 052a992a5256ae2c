// The register of measures: numbered, and read in the order of their days (sequence = day * 10^9 +
// number), so that a page of a hundred thousand costs what a page of ten does.
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (m:Measure) REQUIRE m.id IS UNIQUE;
CREATE CONSTRAINT measure_row IF NOT EXISTS FOR (m:Measure) REQUIRE m.rowKey IS UNIQUE;
CREATE INDEX measure_sequence IF NOT EXISTS FOR (m:Measure) ON (m.sequence);
CREATE INDEX measure_transfer IF NOT EXISTS FOR (m:Measure) ON (m.transfer);
CREATE INDEX measure_block IF NOT EXISTS FOR (m:Measure) ON (m.block);
CREATE INDEX measure_claim IF NOT EXISTS FOR (m:Measure) ON (m.claim);
CREATE INDEX measure_case IF NOT EXISTS FOR (m:Measure) ON (m.case);
CREATE INDEX measure_kind IF NOT EXISTS FOR (m:Measure) ON (m.kind);
