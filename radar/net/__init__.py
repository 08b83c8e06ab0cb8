"""The outside world: HTTP, retries, disk cache; the only httpx, tenacity and diskcache."""
