"""Where papers come from: how sources stand, whose texts were given, whose code is waited for."""
