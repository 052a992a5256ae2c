// Purpose: creates labels or renews them. Parameters: labels (account, label, sourceRecords). Returns:
// nothing.
UNWIND $labels AS label
MERGE (l:Label {account: label.account})
SET l += label
