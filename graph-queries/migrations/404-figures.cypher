// Claims: the victim's own figure beside each stolen transfer. Reports loaded before with one transfer
// have it as their amount; those with several get it when their file is loaded again.
MATCH (r:Report) WHERE r.stated IS NULL AND size(coalesce(r.cited, [])) = 1 AND r.amount IS NOT NULL
CALL (r) {
  SET r.stated = [trim(toString(r.amount) + ' ' + coalesce(r.currency, ''))]
} IN TRANSACTIONS OF 10000 ROWS;
