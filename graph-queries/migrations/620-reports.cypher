// Reports that come in: a person's word that a transfer in the data is, or is not, the stolen one
// that a report describes.
CREATE CONSTRAINT report_link_id IF NOT EXISTS FOR (l:ReportLink) REQUIRE l.id IS UNIQUE;
CREATE INDEX report_link_report IF NOT EXISTS FOR (l:ReportLink) ON (l.report);
