"""Which chat services the settings name; each channel's package has the rest."""

from dakehu.codes import Channel
from dakehu.gateway.channels.chat import ChatChannel
from dakehu.settings import Settings


def served(settings: Settings) -> dict[Channel, ChatChannel]:
    """Return a channel for each service that has settings."""
    channels: list[ChatChannel] = []
    if settings.telegram:
        from dakehu.gateway.channels.telegram.channel import TelegramChannel  # noqa: PLC0415

        channels.append(TelegramChannel(settings, settings.telegram))
    if settings.wecom:
        from dakehu.gateway.channels.wecom.channel import WeComChannel  # noqa: PLC0415

        channels.append(WeComChannel(settings.wecom))
    if settings.wechat:
        from dakehu.gateway.channels.wechat.channel import WeChatChannel  # noqa: PLC0415

        channels.append(WeChatChannel(settings, settings.wechat))
    return {channel.channel: channel for channel in channels}
