// Purpose: what the database holds. Returns: accounts (without exits such as cash), transfers,
// reports.
RETURN COUNT { (a:Account) } - COUNT { (a:Exit) } AS accounts,
       COUNT { ()-[:TRANSFER]->() } AS transfers,
       COUNT { (:Report) } AS reports
