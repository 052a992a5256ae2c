// Notes on accounts, transfers and clusters, found by what they are on.
CREATE CONSTRAINT account_note_id IF NOT EXISTS FOR (n:AccountNote) REQUIRE n.id IS UNIQUE;
CREATE INDEX account_note_on IF NOT EXISTS FOR (n:AccountNote) ON (n.account);
