"""Dakehu: the rules, the memory and the gateway of a key-account department's assistant."""
