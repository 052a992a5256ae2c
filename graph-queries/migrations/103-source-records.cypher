// Loading: source records get the glossary's name. Older versions stored them as `told` (accounts,
// holders, reports, labels) and as `alsoTellings` (transfers). A database that never had such a
// property is not searched through. The change is committed in batches; what a crash left undone
// is found again by the old name.
CALL db.propertyKeys() YIELD propertyKey
WITH propertyKey WHERE propertyKey = 'told'
MATCH (n:Account|Holder|Report|Label) WHERE n.told IS NOT NULL
CALL (n) { SET n.sourceRecords = n.told REMOVE n.told } IN TRANSACTIONS OF 10000 ROWS;
CALL db.propertyKeys() YIELD propertyKey
WITH propertyKey WHERE propertyKey = 'alsoTellings'
MATCH ()-[t:TRANSFER]->() WHERE t.alsoTellings IS NOT NULL
CALL (t) {
  SET t.alsoSourceRecords = t.alsoTellings REMOVE t.alsoTellings
} IN TRANSACTIONS OF 10000 ROWS;
