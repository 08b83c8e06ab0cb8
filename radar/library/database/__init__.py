"""SQLite: the connection, transactions, what its errors mean, and changes of all rows in steps."""
