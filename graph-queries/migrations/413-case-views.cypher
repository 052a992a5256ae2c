// Views of Explore that a case keeps: numbered by their case.
CREATE CONSTRAINT case_view_id IF NOT EXISTS FOR (v:CaseView) REQUIRE v.id IS UNIQUE;
