"""Currencies, measure words and nouns, and what is no number, as data."""

from pathlib import Path

from dakehu.language.stoplist import alternatives

# Currency word → code; its smallest unit is 1/10**digits.
CURRENCIES = {
    "元人民币": "CNY", "人民币": "CNY", "元": "CNY", "圆": "CNY", "块钱": "CNY", "块": "CNY",
    "rmb": "CNY", "cny": "CNY", "yuan": "CNY", "kuai": "CNY",
    "美元": "USD", "美金": "USD", "美圆": "USD", "美刀": "USD", "usd": "USD", "dollars": "USD",
    "dollar": "USD", "us dollars": "USD", "bucks": "USD",
    "欧元": "EUR", "eur": "EUR", "euros": "EUR", "euro": "EUR", "英镑": "GBP", "gbp": "GBP",
    "pounds": "GBP", "港元": "HKD", "港币": "HKD", "hkd": "HKD", "日元": "JPY", "日圆": "JPY",
    "jpy": "JPY", "yen": "JPY", "韩元": "KRW", "韩币": "KRW", "台币": "TWD", "新台币": "TWD",
    "瑞士法郎": "CHF", "澳元": "AUD", "加元": "CAD", "新加坡元": "SGD", "新币": "SGD",
    "卢布": "RUB", "泰铢": "THB", "卢比": "INR",
}  # fmt: skip
SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP", "人民币": "CNY", "rmb": "CNY",
         "us$": "USD", "hk$": "HKD", "usd": "USD", "cny": "CNY", "eur": "EUR"}  # fmt: skip
NO_MINOR = frozenset({"JPY", "KRW"})

MEASURES = (
    "平方公里 平方米 立方米 平方 立方 平米 公里 千米 厘米 毫米 公斤 千克 毫克 公顷 公分 "
    "毫升 英寸 英尺 海里 千瓦时 千瓦 兆瓦 千伏 小时 钟头 分钟 人次 人份 车次 架次 架 批次 "
    "个月 个半月 季度 工作日 星期 家 个 台 位 人 名 套 件 吨 斤 克 米 升 亩 箱 包 盒 瓶 辆 "
    "次 遍 趟 场 份 张 页 本 册 条 根 卷 盘 桌 席 座 栋 幢 层 间 户 单 笔 款 种 类 项 批 组 "
    "对 双 只 头 匹 支 枝 把 片 颗 粒 袋 桶 罐 杯 度 天 年 周 秒 倍 门 句 篇 封 部 期 级 岁 "
    "轮 段 处 所 顿 道 届 艘 节 字 行 列 排 打 口 棵 株 朵 套间 桩 例 档 步 成套 车 船 块 "
    "面 顶 副 幅 枚 柜 捆 盏 扇 股 束 串 滴 里 寸 尺 丈 两 分 点 "
)
LATIN_UNITS = "kg km cm mm kwh kw mw t g m l ml pcs"

# Nouns that a count may stand before without a plural s.
NOUNS = (
    "people persons person men women children staff customer company guest visitor visit "
    "table order contract unit piece set box ton tonne meter metre contact deal call "
    "meeting percent point seat car item day "
)
NOT_NOUNS = "is was has this us as its thus yes does always perhaps news plus less across towards "

NOT_NUMBERS = alternatives(Path(__file__).parent / "not_numbers.txt")
