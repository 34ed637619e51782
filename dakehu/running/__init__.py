"""Running the whole system on one machine: what is started, watched and stopped."""
