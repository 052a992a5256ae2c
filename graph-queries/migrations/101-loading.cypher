// Loading: sources are numbered, statements, labels and pairs are looked up by id.
CREATE CONSTRAINT source_sequence IF NOT EXISTS FOR (s:Source) REQUIRE s.sequence IS UNIQUE;
CREATE CONSTRAINT withdrawn_source_id IF NOT EXISTS FOR (s:WithdrawnSource) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT label_account IF NOT EXISTS FOR (l:Label) REQUIRE l.account IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (s:Statement) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT pair_id IF NOT EXISTS FOR (p:Pair) REQUIRE p.id IS UNIQUE;
