"""Files that should not be taken."""

import io
import zipfile
from functools import cache

from dakehu.files import LARGEST_UNPACKED


@cache
def bomb() -> bytes:
    """Return a workbook that is small, and huge when it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", bytes(LARGEST_UNPACKED + 1))
    return out.getvalue()
