"""The benchmarks: Dakehu beside the bot that `rasa init` makes, on one machine, in one run."""
