// What people watch, and statements that were asked for.
CREATE CONSTRAINT watch_id IF NOT EXISTS FOR (w:Watch) REQUIRE w.id IS UNIQUE;
CREATE INDEX watch_by IF NOT EXISTS FOR (w:Watch) ON (w.by);
CREATE CONSTRAINT statement_request_id IF NOT EXISTS FOR (q:StatementRequest) REQUIRE q.id IS UNIQUE;
