"""Worker processes, and when they pay."""
