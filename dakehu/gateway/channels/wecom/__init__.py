"""WeCom (企业微信): an app of the company's, which its members talk to."""
