"""Files unpacked, decoded and cut into rows, records and entries one at a time, in flat memory."""
