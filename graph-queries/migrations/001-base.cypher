// Unique keys of the graph model (docs/ARCHITECTURE.md). One statement ends with a semicolon at the
// end of a line.
CREATE CONSTRAINT migration_name IF NOT EXISTS FOR (m:Migration) REQUIRE m.name IS UNIQUE;
CREATE CONSTRAINT account_number IF NOT EXISTS FOR (a:Account) REQUIRE a.number IS UNIQUE;
CREATE CONSTRAINT holder_key IF NOT EXISTS FOR (h:Holder) REQUIRE h.key IS UNIQUE;
CREATE CONSTRAINT transfer_id IF NOT EXISTS FOR ()-[t:TRANSFER]-() REQUIRE t.id IS UNIQUE;
CREATE INDEX transfer_booked_at IF NOT EXISTS FOR ()-[t:TRANSFER]-() ON (t.bookedAt);
CREATE INDEX transfer_source IF NOT EXISTS FOR ()-[t:TRANSFER]-() ON (t.sourceId);
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (s:Source) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT report_id IF NOT EXISTS FOR (r:Report) REQUIRE r.id IS UNIQUE;
