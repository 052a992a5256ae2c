// Search by phone, by the bank's reference, and by the last characters of an account number (a text
// index answers ENDS WITH without reading every number).
CREATE INDEX account_phone IF NOT EXISTS FOR (a:Account) ON (a.phone);
CREATE TEXT INDEX account_number_text IF NOT EXISTS FOR (a:Account) ON (a.number);
CREATE INDEX transfer_document IF NOT EXISTS FOR ()-[t:TRANSFER]-() ON (t.documentNumber);
