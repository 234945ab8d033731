"""Every command with its arguments and options, as data: what help, parsing and completion go by."""
