"""What a key sets going, step by step: plain objects that ask and say, without a widget."""
