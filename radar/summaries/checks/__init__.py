"""What a model answered, held against the paper: names, numbers, places, polarity; what passes is shown."""
