// Tracing: reversals are few and looked up by their mark.
CREATE INDEX transfer_reversal IF NOT EXISTS FOR ()-[t:TRANSFER]-() ON (t.reversal);
