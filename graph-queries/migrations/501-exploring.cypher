// Search by name: full text on the folded name key (docs/ARCHITECTURE.md, Holder).
CREATE FULLTEXT INDEX holder_name_key IF NOT EXISTS FOR (h:Holder) ON EACH [h.nameKey];
