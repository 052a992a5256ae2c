// Claims: the steps approval, demand, court and enforcement are written down each. What was "ready"
// waits for another person's approval; what was "court" is filed.
MATCH (k:Claim) WHERE k.status IN ['ready', 'court']
CALL (k) {
  SET k.status = CASE k.status WHEN 'ready' THEN 'review' ELSE 'filed' END
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (m:ClaimMove) WHERE m.from IN ['ready', 'court'] OR m.to IN ['ready', 'court']
CALL (m) {
  SET m.from = CASE m.from WHEN 'ready' THEN 'review' WHEN 'court' THEN 'filed' ELSE m.from END,
      m.to = CASE m.to WHEN 'ready' THEN 'review' WHEN 'court' THEN 'filed' ELSE m.to END
} IN TRANSACTIONS OF 10000 ROWS;
