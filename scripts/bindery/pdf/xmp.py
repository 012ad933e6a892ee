"""The metadata packet: one description, in which the standards that a file meets are named beside title and authors."""

from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

Value = str | Sequence[str]

_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
# How each property holds its values; all others hold one as plain text.
_KINDS = {
    "dc:title": "Alt",
    "dc:creator": "Seq",
    "dc:description": "Alt",
    "dc:language": "Bag",
    "dc:subject": "Bag",
}
# PDF/A knows of no property but its own; this tells it of the one by which PDF/UA is recognised (ISO 19005-2, 6.6.2.3).
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA that the file meets</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""


def packet(properties: Mapping[str, Value], language: str) -> bytes:
    """The packet with these properties (such as `dc:title`); empty ones are left out."""
    lines = "".join(_property(name, value, language) for name, value in properties.items() if value)
    extension = _EXTENSION if "pdfaid:part" in properties else ""
    spaces = " ".join(f"xmlns:{prefix}={quoteattr(address)}" for prefix, address in _SPACES.items())
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>\n'
        f'<rdf:Description rdf:about="">\n{lines}{extension}</rdf:Description>\n'
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return text.encode()


def _property(name: str, value: Value, language: str) -> str:
    values = [value] if isinstance(value, str) else value
    inner = _container(_KINDS[name], values, language) if name in _KINDS else escape(values[0])
    return f"<{name}>{inner}</{name}>\n"


def _container(kind: str, values: Iterable[str], language: str) -> str:
    """Values in a list of their kind; an Alt says each in a language, and the first by default."""
    items = [f"<rdf:li>{escape(value)}</rdf:li>" for value in values]
    if kind == "Alt":
        languages = dict.fromkeys(("x-default", language))
        items = [
            f'<rdf:li xml:lang="{spoken}">{escape(value)}</rdf:li>'
            for value in values
            for spoken in languages
        ]
    return f"<rdf:{kind}>{''.join(items)}</rdf:{kind}>"
