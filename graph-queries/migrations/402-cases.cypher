// Cases and claims: numbered by a counter node, so that two people opening cases at once get two
// numbers. A claim line's key is what keeps one transfer out of two claims; it is taken away when
// the claim is withdrawn.
CREATE CONSTRAINT counter_name IF NOT EXISTS FOR (c:Counter) REQUIRE c.name IS UNIQUE;
CREATE CONSTRAINT case_id IF NOT EXISTS FOR (c:Case) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (c:Claim) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT claim_line_key IF NOT EXISTS FOR (l:ClaimLine) REQUIRE l.key IS UNIQUE;
