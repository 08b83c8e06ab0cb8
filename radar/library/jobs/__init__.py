"""What is done behind the screen: the queue, batches that others answer, and the ledger of spending."""
