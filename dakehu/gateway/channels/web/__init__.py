"""The web channel (contract of `/openapi.json`): the page, programs and `dakehu chat` use it."""
