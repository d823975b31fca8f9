"""A page of every kind, for what is too slow to be tried on every page."""

PARTS = 4
"""Into how many tests what is tried on many pages is divided, so that workers share it."""

PAGES = {
    "home": "",
    "overview": "quyen-loi/",
    "theme": "chi-thi-58/",
    "picture": "chuong-trinh-20/tranh/",
    "topic": "quyen-loi/that-nghiep-hoc-nghe/",
    "figures": "quyen-loi/con-so/",
    "form": "mau-don/nghi-viec/",
    "tool": "cong-cu/tien-tang-ca/",
    "questions": "chi-thi-58/hoi-dap/",
    "slogans": "chuong-trinh-21/khau-hieu/",
    "script": "tuyen-truyen/truyen-thanh/",
    "kit": "tuyen-truyen/bang-tin-ap-phich/",
    "quiz": "tuyen-truyen/van-hoa-the-thao/",
    "reader": "danh-cho/nguoi-lao-dong/",
    "dispatch": "van-ban/cong-van/",
    "record": "van-ban/bo-luat-lao-dong/",
    "digest": "van-ban/luat-viec-lam/tom-luoc/",
    "report": "van-ban/chi-thi-58/bao-lao-dong/",
    "documents": "van-ban/",
    "matrix": "tra-cuu/ma-tran/",
    "glossary": "tra-cuu/thuat-ngu/",
    "data": "tra-cuu/du-lieu/",
    "checks": "bien-tap/kiem-tra/",
    "recipes": "bien-tap/muoi-hai-viec/",
    "missing": "404.html",
}
"""Kind → a page of it, below the Vietnamese site."""

WHOLE_CODE = "van-ban/bo-luat-lao-dong/tom-luoc/"
"""The longest page: the digest of a whole code, which takes as long as ten others and looks like any digest."""

PRINTED = (
    "chi-thi-58/",
    "chi-thi-58/khau-hieu/",
    "chi-thi-58/hoi-dap/",
    "chuong-trinh-20/tranh/",
    "van-ban/cong-van/",
    "van-ban/bo-luat-lao-dong/",
    "van-ban/luat-cong-doan/tom-luoc/",
    "tuyen-truyen/van-hoa-the-thao/",
    "tuyen-truyen/truyen-thanh/",
    "danh-cho/nguoi-lao-dong/",
    "en/chuong-trinh-21/",
    "en/van-ban/cong-van/",
    "en/",
    "tra-cuu/ma-tran/",
    "tra-cuu/thuat-ngu/",
    "tuyen-truyen/bang-tin-ap-phich/",
)
"""One page of every kind that is printed, some in English."""

PDFS = (
    *(path.strip("/") if path.strip("/") not in ("", "en") else f"{path}index" for path in PRINTED),
    "chi-thi-58.*",
    "en/quyen-loi/tien-luong.to-gap",
    *(f"quyen-loi/con-so.{form}" for form in ("to-a4", "ap-phich-a3", "anh")),
    *(f"{name}/tranh{ending}" for name in ("chi-thi-58", "en/chuong-trinh-21") for ending in ("", ".a3")),
    "en/chi-thi-58",
    "*tra-cuu/du-lieu",
    *(f"{name}.chu-lon" for name in ("chi-thi-58/hoi-dap", "van-ban/cong-van", "tuyen-truyen/truyen-thanh")),
    *(f"en/{name}.chu-lon" for name in ("chi-thi-58", "chuong-trinh-21/tranh")),
)
"""The PDFs that are made for tests, as the setting `pdf_only` names them, where not every one is wanted: of each page
of `PRINTED`, and what is made of several pages, or for other sheets and eyes, of one or two."""
