"""What was found in a file is kept, and taken again when the file and all that counts for it are the same."""
