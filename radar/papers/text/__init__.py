"""What all folders read and say alike: text made safe, numbers, days, money, links, paths, JSON."""
