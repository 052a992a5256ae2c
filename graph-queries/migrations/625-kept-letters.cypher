// What stands in a letter of the first hour, so that one that was sent can be printed again as it was.
CREATE CONSTRAINT kept_letter_id IF NOT EXISTS FOR (k:KeptLetter) REQUIRE k.id IS UNIQUE;
