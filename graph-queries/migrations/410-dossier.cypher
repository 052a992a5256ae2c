// The people and notes of cases: numbered by their case; who is in another case is found by IIN.
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (p:Person) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT note_id IF NOT EXISTS FOR (n:Note) REQUIRE n.id IS UNIQUE;
CREATE INDEX person_iin IF NOT EXISTS FOR (p:Person) ON (p.iin);
