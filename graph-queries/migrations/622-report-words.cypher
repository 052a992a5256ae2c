// Entered crime reports keep the words they had before they were corrected or taken out.
CREATE INDEX report_words_report IF NOT EXISTS FOR (w:ReportWords) ON (w.report);
