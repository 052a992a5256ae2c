// Tokens of scripts: found by the hash of what the script sends.
CREATE CONSTRAINT api_token_hash IF NOT EXISTS FOR (k:ApiToken) REQUIRE k.hash IS UNIQUE;
