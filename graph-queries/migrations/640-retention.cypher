// Terms, reviews, legal holds and erasures (docs/retention.md).
CREATE CONSTRAINT retention_rule_class IF NOT EXISTS FOR (r:RetentionRule) REQUIRE r.class IS UNIQUE;
CREATE CONSTRAINT legal_hold_id IF NOT EXISTS FOR (h:LegalHold) REQUIRE h.id IS UNIQUE;
CREATE CONSTRAINT erasure_id IF NOT EXISTS FOR (e:Erasure) REQUIRE e.id IS UNIQUE;
