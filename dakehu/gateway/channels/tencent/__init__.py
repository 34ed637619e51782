"""What WeCom and WeChat share: the envelope of callbacks, access tokens and the API's manners."""
