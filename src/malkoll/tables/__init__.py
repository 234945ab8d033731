"""Goals in Excel and Word: read from the tables that officials have, and written as such."""
