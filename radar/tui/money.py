"""How an amount of money reads in a line that changes while one looks at it."""

_CENT = 0.01


def money(dollars: float) -> str:
    """Return an amount of US dollars, with more digits below a cent."""
    return f"${dollars:.4f}" if 0 < dollars < _CENT else f"${dollars:.2f}"
