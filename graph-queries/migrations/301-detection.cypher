// Detection: runs, clusters, findings and decisions are looked up by id, by run and account, by
// target.
CREATE CONSTRAINT detection_run_id IF NOT EXISTS FOR (r:DetectionRun) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT cluster_id IF NOT EXISTS FOR (c:Cluster) REQUIRE c.id IS UNIQUE;
CREATE CONSTRAINT decision_id IF NOT EXISTS FOR (d:Decision) REQUIRE d.id IS UNIQUE;
CREATE INDEX cluster_run IF NOT EXISTS FOR (c:Cluster) ON (c.runId);
CREATE INDEX finding_account IF NOT EXISTS FOR (f:Finding) ON (f.runId, f.account);
CREATE INDEX finding_rank IF NOT EXISTS FOR (f:Finding) ON (f.runId, f.order);
CREATE INDEX decision_target IF NOT EXISTS FOR (d:Decision) ON (d.target);
