// Purpose: why a database that does not answer does not (run on the database "system").
// Parameters: database. Returns: status ("online", "offline" …), message.
SHOW DATABASES YIELD name, currentStatus, statusMessage WHERE name = $database
RETURN currentStatus AS status, statusMessage AS message
