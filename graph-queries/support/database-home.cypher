// Purpose: whose database answers: the folder of the server at the other end.
// Parameters: none. Returns: home.
SHOW SETTINGS 'server.directories.neo4j_home' YIELD value
RETURN value AS home
