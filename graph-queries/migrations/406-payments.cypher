// The ledger of losses: payments that people write down have numbers of their own.
CREATE CONSTRAINT payment_id IF NOT EXISTS FOR (p:Payment) REQUIRE p.id IS UNIQUE;
