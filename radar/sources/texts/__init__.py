"""What listings write, as papers hold it: days, names, links, titles without markup or TeX."""
