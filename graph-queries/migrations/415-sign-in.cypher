// Rules of signing in: one node, which roles need a second factor.
CREATE CONSTRAINT sign_in_rules_id IF NOT EXISTS FOR (r:SignInRules) REQUIRE r.id IS UNIQUE;
