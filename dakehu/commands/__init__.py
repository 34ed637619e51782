"""The commands of `dakehu`: one module each, light to import; heavy things load when one runs."""
