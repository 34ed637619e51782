"""What the channels cost, and that nothing said unasked is lost or doubled."""
