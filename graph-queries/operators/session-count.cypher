// Purpose: how many sessions there are under some keys. Parameters: accounts, device (text or null = any).
// Returns: total.
UNWIND $accounts AS account
CALL (account) {
  MATCH (s:AccountSession {account: account})
  WHERE s.at IS NOT NULL AND s.what IS NOT NULL AND ($device IS NULL OR s.device = $device)
  RETURN count(s) AS found
}
RETURN sum(found) AS total
