"""WeChat (微信公众号): an Official Account that people follow and write to."""
