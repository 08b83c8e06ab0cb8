"""What is done when: keys one after the other, all else while they rest."""
