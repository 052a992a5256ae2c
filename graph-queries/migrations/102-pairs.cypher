// Loading: pairs of rows that may be one transfer, by the group of rows they belong to and by what
// was decided.
CREATE INDEX pair_left_group IF NOT EXISTS FOR (p:Pair) ON (p.leftGroup);
CREATE INDEX pair_right_group IF NOT EXISTS FOR (p:Pair) ON (p.rightGroup);
CREATE INDEX pair_state IF NOT EXISTS FOR (p:Pair) ON (p.state);
