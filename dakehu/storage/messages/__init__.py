"""Messages on their way: the inbox, the history, the outbox, and the sessions they come by."""
