// Files of a case: numbered by their case; their bytes lie in the data folder under their SHA-256.
CREATE CONSTRAINT case_file_id IF NOT EXISTS FOR (f:CaseFile) REQUIRE f.id IS UNIQUE;
