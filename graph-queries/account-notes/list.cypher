// Purpose: notes on one account, transfer or cluster, the newest first. Parameters: kind, account
// (its number or id). Returns: id, kind, account, text, tags, at, by.
MATCH (n:AccountNote {kind: $kind, account: $account})
RETURN n.id AS id, n.kind AS kind, n.account AS account, n.text AS text, n.tags AS tags, n.at AS at,
       n.by AS by
ORDER BY at DESC, id
