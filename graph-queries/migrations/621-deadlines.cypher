// Deadlines of measures are looked up by their last day.
CREATE INDEX measure_due IF NOT EXISTS FOR (m:Measure) ON (m.due);
