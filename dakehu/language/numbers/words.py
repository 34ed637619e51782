"""Currencies, measure words and nouns, and what is no number, as data."""

import re

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
    "平方公里 平方米 立方米 平方 立方 平米 公里 千米 厘米 毫米 公斤 千克 毫克 公顷 公分 毫升 英寸 英尺 海里 "
    "千瓦时 千瓦 兆瓦 千伏 小时 钟头 分钟 人次 人份 车次 架次 架 批次 个月 个半月 季度 工作日 星期 "
    "家 个 台 位 人 名 套 件 吨 斤 克 米 升 亩 箱 包 盒 瓶 辆 次 遍 趟 场 份 张 页 本 册 条 根 卷 盘 桌 "
    "席 座 栋 幢 层 间 户 单 笔 款 种 类 项 批 组 对 双 只 头 匹 支 枝 把 片 颗 粒 袋 桶 罐 杯 度 天 年 周 "
    "秒 倍 门 句 篇 封 部 期 级 岁 轮 段 处 所 顿 道 届 艘 节 字 行 列 排 打 口 棵 株 朵 套间 桩 例 档 步 成套 "
    "车 船 块 面 顶 副 幅 枚 柜 捆 盏 扇 股 束 串 滴 里 寸 尺 丈 两 分 点"
).split()
LATIN_UNITS = "kg km cm mm kwh kw mw t g m l ml pcs"

# Nouns that a count may stand before without a plural s.
NOUNS = (
    "people persons person men women children staff customer company guest visitor visit table order contract "
    "unit piece set box ton tonne meter metre contact deal call meeting percent point seat car item day"
)
NOT_NOUNS = "is was has this us as its thus yes does always perhaps news plus less across towards"

# 一 and its like inside words; names that begin with a numeral.
NOT_NUMBERS = re.compile(
    "一(?:起|下|些|定|直|般|样|共|点|边|旦|切|时|贯|律|流|线|方面|番|向|再|致|体|会|面|同|齐|并|带|早|阵|举|手|心|生|路|带|"
    "来|去|概|经|看|听|问|说|想|开始|如|味|目了然|视同仁|刻|半天|系列|日之计|条龙|步步|把手|二把手|大早|站式|键|把|"
    "汽|拖|重|建|冶|丝不苟|帆风顺|言为定|是一|见如故|清二楚|窍不通)"
    "|(?:万|第|唯|统|单|专|均|划|合|之|逐|周|期)一(?![家个台位名件套次百千十万])|万一|统一|唯一|其一|(?<!分)之一(?=[，。,.]|$)"
    "|[三四五六七八九](?:星|元(?:桥|食品)|一重工|峡|菱|亚|明(?!天)|门峡|水|沙|粮液|矿|金|台山|常|行|官|岳|川|平市|会市|方|季|大|匹狼|喜|家子|江|龙|寨|华|安(?:市|区)|盘水|合|角|里河)"
    "|二(?:手|维|胡|线|期|次元|话)|两(?:岸|会|难|广|湖|面针|全)|十(?:分|足|堰|里|字|一届|全|月怀胎|佛)"
    "|百(?:度|货|姓|事|般|忙|科|年老|威|胜|强|合|花|丽|盛|联|日)|千(?:万别|万不|万要|里|金|方|山|禧|古|篇|军|方百计)"
    "|万(?:科|达|分|一|家|事|能|物|象|向|全|华|和|德|通|里|古|利|国|顺|年)|亿(?:纬|联|利|达|嘉|阳)"
    "|五(?:花八门|一)|三(?:番|思|心二意|包|权|农|通一平|聚氰胺|板|角|脚架|轮车)|四(?:川|处|季|周|海|方|面|通|平|会|维|环|肢|舍五入)|七上八下|乱七八糟|接二连三|朝三暮四|不三不四|"
    "说三道四|丢三落四|颠三倒四|三长两短|三令五申|三番五次|五湖四海|四面八方|七嘴八舌|九牛一毛|十全十美|百里挑一|"
    "千方百计|千辛万苦|万无一失|一五一十|一心一意|一清二楚|低三下四|三三两两|三天两头|半(?:导体|成品|夜|路|途|信半疑|天|岛|挂)"
    "|放肆|肆(?:意|无)|收拾|拾[取起到]|夕拾|队伍|入伍|退伍|伍仁|大陆|陆(?:地|空|军|部队|续|总|经理|路|工)|登陆|小陆|着陆"
    "|[赵钱孙李周吴郑王冯陈杨张刘黄徐马朱胡林何高罗][一二三四五六七八九十万千]+(?=[，。,.说的先女总经]|$)"
    "|小(?:三|二|四|五|六|七|八|九)|老(?:三|二|四|五|六|七|八|九|大)|初[一二三四五六七八九十]+|正月十五"
)
