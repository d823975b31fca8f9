"""The tools: the fields of each, what it rests on, and the examples worked out on its page."""

from .leave import leave
from .notice import notice
from .overtime import overtime
from .pension import pension
from .retirement import retirement
from .severance import severance
from .tool import Field, Tool
from .unemployment import unemployment

_YES_NO = ("no", "yes")

TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "overtime",
            (
                Field("wage"),
                Field("days", numeric=False),
                Field("hours", numeric=False),
                Field("kind", ("normal", "rest", "holiday"), hint=False),
                Field("day_hours", numeric=False),
                Field("night_hours", numeric=False),
                Field("before", _YES_NO, when=("kind", ("normal",))),
            ),
            overtime,
            (
                "tang-ca-ngay-thuong",
                "tang-ca-ngay-nghi",
                "tang-ca-ngay-le",
                "lam-dem",
                "tang-ca-dem",
                "gio-ban-ngay-chua-tang-ca",
                "gio-ban-ngay-da-tang-ca",
                "gio-ban-ngay-nghi",
                "gio-ban-ngay-le",
                "gio-thuong-moi-ngay",
                "gio-thuong-moi-tuan",
                "gio-thuong-nhieu-nhat",
                "tang-ca-moi-thang",
            ),
            ("nd145.d55.k1", "nd145.d57.k1", "blld.d98.k1", "blld.d98.k3"),
            (
                ("7.800.000", "26", "8", "normal", "10", "", ""),
                ("7.800.000", "26", "8", "normal", "2", "3", "yes"),
                ("7.800.000", "26", "8", "rest", "8", "2", ""),
                ("7.800.000", "26", "8", "holiday", "8", "", ""),
            ),
        ),
        Tool(
            "leave",
            (
                Field("kind", ("normal", "heavy", "very_heavy"), hint=False),
                Field("months"),
                Field("years"),
            ),
            leave,
            (
                "phep-nam-thuong",
                "phep-nam-nang-nhoc",
                "phep-nam-dac-biet",
                "phep-them-moi",
                "phep-them-ngay",
                "phep-nam-thang",
            ),
            ("blld.d113.k1", "blld.d114", "nd145.d66.k1"),
            (("normal", "12", "3"), ("normal", "12", "11"), ("normal", "7", "0"), ("heavy", "6", "5")),
        ),
        Tool(
            "notice",
            (
                Field("side", ("worker", "employer", "illness"), hint=False),
                Field("contract", ("open", "long", "short", "special", "special_short", "domestic"), hint=False),
                Field("length", when=("contract", ("special_short",))),
                Field("off", ("sunday", "weekend")),
                Field("told", numeric=False),
            ),
            notice,
            (
                "bao-truoc-nguoi-lao-dong-khong-thoi-han",
                "bao-truoc-nguoi-lao-dong-co-thoi-han",
                "bao-truoc-nguoi-lao-dong-ngan-han",
                "bao-truoc-cong-ty-khong-thoi-han",
                "bao-truoc-cong-ty-co-thoi-han",
                "bao-truoc-cong-ty-ngan-han",
                "bao-truoc-om-dau",
                "bao-truoc-dac-thu",
                "bao-truoc-dac-thu-phan",
                "bao-truoc-giup-viec",
            ),
            ("blld.d35.k1", "blld.d35.k2", "blld.d36.k1", "blld.d36.k2", "blld.d162.k2", "nd145.d7"),
            (
                ("worker", "open", "", "", "01/12/2026"),
                ("worker", "long", "", "", "30/01/2027"),
                ("worker", "short", "", "sunday", "27/11/2026"),
                ("employer", "open", "", "", "15/01/2028"),
            ),
            days=("bo-luat-tu", "nghi-dinh-145-tu"),
        ),
        Tool(
            "unemployment",
            (
                Field("last", numeric=False),
                Field("wage"),
                Field("months"),
                Field("enough", ("yes", "no")),
                Field("ended", numeric=False),
            ),
            unemployment,
            (
                "that-nghiep-can-dong",
                "that-nghiep-phan",
                "that-nghiep-tran",
                "that-nghiep-thang-dau",
                "that-nghiep-bac-dau",
                "that-nghiep-them-moi",
                "that-nghiep-nhieu-nhat",
                "that-nghiep-nop",
            ),
            ("lvl.d38.k1", "lvl.d39.k1", "lvl.d39.k2", "nd293.d3.k1"),
            (
                ("10/2026", "7.000.000", "30", "yes", "31/10/2026"),
                ("10/2026", "7.000.000", "65", "yes", "30/11/2026"),
                ("10/2026", "60.000.000", "150", "yes", ""),
                ("10/2026", "7.000.000", "9", "no", ""),
            ),
            days=("luat-viec-lam-tu",),
            rates=("luong-toi-thieu-thang",),
        ),
        Tool(
            "retirement",
            (
                Field("born", numeric=False),
                Field("sex", ("man", "woman"), hint=False),
                Field("work", ("normal", "early")),
            ),
            retirement,
            (
                "tuoi-huu-tu-nam",
                *(f"tuoi-huu-{sex}{rest}" for sex in ("nam", "nu") for rest in ("", "-thang", "-moi-nam", "-cuoi")),
                "huu-som-nam",
                "luong-huu-dong",
            ),
            ("blld.d169.k2", "nd135.d3.k1", "nd135.d3.k3", "nd135.d5.k1", "bhxh.d64.k1", "bhxh.d65.k1"),
            (
                ("15/8/1966", "man", "normal"),
                ("20/9/1970", "woman", "normal"),
                ("1975", "woman", "normal"),
                ("7/1971", "man", "early"),
            ),
        ),
        Tool(
            "severance",
            (
                Field("reason", ("ended", "lost", "none"), hint=False),
                Field("start", numeric=False),
                Field("end", numeric=False),
                Field("insured"),
                Field("paid"),
                Field("wage"),
            ),
            severance,
            (
                "thoi-viec-can-lam",
                "thoi-viec-moi-nam",
                "mat-viec-can-lam",
                "mat-viec-moi-nam",
                "mat-viec-it-nhat",
                "tro-cap-thang-le",
                "tra-het-ngay",
            ),
            (
                "blld.d46.k1",
                "blld.d46.k2",
                "blld.d47.k1",
                "blld.d47.k2",
                "blld.d48.k1",
                "nd145.d8.k2",
                "nd145.d8.k3",
            ),
            (
                ("ended", "01/6/2005", "30/11/2026", "215", "", "8.000.000"),
                ("ended", "01/3/2015", "30/11/2026", "141", "", "8.000.000"),
                ("lost", "01/6/2005", "30/11/2026", "215", "", "8.000.000"),
                ("ended", "01/3/2026", "30/11/2026", "0", "", "8.000.000"),
            ),
            days=("nghi-dinh-145-tu",),
        ),
        Tool(
            "pension",
            (
                Field("born", numeric=False),
                Field("poor", _YES_NO),
                Field("paid", _YES_NO),
            ),
            pension,
            ("huu-tri-xa-hoi", "huu-tri-xa-hoi-ngheo"),
            ("bhxh.d21.k1", "bhxh.d21.k2", "bhxh.d22.k2", "bhxh.d140.k1"),
            (
                ("20/5/1955", "no", "no"),
                ("20/5/1958", "yes", "no"),
                ("29/2/1956", "no", "no"),
                ("01/01/1950", "no", "yes"),
            ),
            days=("luat-bhxh-tu",),
        ),
    )
}
"""Name → tool, in the order of the pages."""
