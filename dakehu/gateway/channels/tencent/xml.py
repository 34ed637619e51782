"""The XML of callbacks: flat, small, and never trusted to define or fetch anything."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import ParseError
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

type Fields = Mapping[str, str]


class Malformed(Exception):
    """It is not the XML that the service sends."""


def read(document: str | bytes) -> Fields:
    """Return the fields of a document; what is nested deeper is left out.

    Raises:
        Malformed: It is no XML, or declares a document type.
    """
    try:
        root = fromstring(document, forbid_dtd=True)
    except (ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise Malformed(str(error)) from None
    return {child.tag: (child.text or "").strip() for child in root}


def write(fields: Mapping[str, object]) -> str:
    """Return a document of fields, without the characters that XML has no way to write."""
    texts = {name: escape(_UNWRITABLE.sub("", str(value))) for name, value in fields.items()}
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in texts.items())
    return f"<xml>{inside}</xml>"
