"""What is drawn and printed: charts."""
