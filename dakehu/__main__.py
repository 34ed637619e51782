"""`python -m dakehu` is `dakehu`."""

from dakehu.cli import main

main()
