"""wechatpy as the independent other side; importing it warns of things that do not matter here."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from wechatpy.crypto import WeChatCrypto as WeChatPeer
    from wechatpy.enterprise.crypto import WeChatCrypto as WeComPeer
    from wechatpy.exceptions import InvalidSignatureException

__all__ = ["InvalidSignatureException", "WeChatPeer", "WeComPeer"]
