// Session logs: a session is one row of what happened on an account at an instant; devices are known by
// their id; sessions are looked up by account and by address.
CREATE CONSTRAINT account_session IF NOT EXISTS FOR (s:AccountSession) REQUIRE (s.account, s.at, s.what) IS UNIQUE;
CREATE CONSTRAINT device_id IF NOT EXISTS FOR (d:Device) REQUIRE d.id IS UNIQUE;
CREATE INDEX account_session_ip IF NOT EXISTS FOR (s:AccountSession) ON (s.ip);
