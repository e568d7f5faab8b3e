# SPDX-FileCopyrightText: 2026 The Entente developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes communique.odt and briefing.docx beside this file, as word processors pack them. Run it after a change here; what it
writes is kept, so that the tests need no Python."""
import os, zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ODF = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for p, n in [
    ('office', 'office'), ('text', 'text'), ('style', 'style'), ('table', 'table'), ('draw', 'drawing'), ('meta', 'meta'), ('manifest', 'manifest')])
ODF += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')

ODT = {
    'mimetype': 'application/vnd.oasis.opendocument.text',
    'content.xml': f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document-content {ODF}><office:automatic-styles>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Text_20_body"/></office:automatic-styles>
<office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>Nobody may read what was deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:sequence-decls/><text:p text:style-name="P1">Three islands and one cable</text:p>
<text:table-of-content><text:index-body><text:p>Money<text:tab/>2</text:p></text:index-body></text:table-of-content>
<text:p text:style-name="P2">The Isle of <text:span>Søndre</text:span> agreed on Tuesday to share its power<text:s text:c="2"/>cable with Nordre and Vestre.<text:note><text:note-body><text:p>See the treaty of 1911.</text:p></text:note-body></text:note> Governor Åse Dahl thanked<text:line-break/>the engineers of Lumina &amp; Sons.<office:annotation><dc:creator>Ed</dc:creator><text:p>Check the name!</text:p></office:annotation></text:p>
<text:h text:outline-level="1">Money</text:h>
<text:p><draw:frame><draw:text-box><text:p text:style-name="Caption">The cable, before it was laid</text:p></draw:text-box></draw:frame>Vestre refused to pay, and Nordre threatened to cut it off. “We pay for light, not for promises,” said Mayor Iris Holt.</text:p>
<text:list><text:list-item><text:p>Søndre gives the cable.</text:p></text:list-item><text:list-item><text:p>Nordre gives the men.</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Island</text:p></table:table-cell><table:table-cell><text:p>Crowns</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>''',
    'meta.xml': f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta {ODF}><office:meta><dc:title>Old letter</dc:title><meta:creation-date>2009-01-02T03:04:05</meta:creation-date>
<dc:date>2024-11-05T10:11:12.131415</dc:date></office:meta></office:document-meta>''',
    'META-INF/manifest.xml': f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest {ODF}><manifest:file-entry manifest:full-path="/"/></manifest:manifest>',
}

DOCX = {
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'docProps/core.xml': '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:title></dc:title>'
                         '<dcterms:created>2024-02-28T08:00:00Z</dcterms:created><dcterms:modified>2024-02-29T09:00:00Z</dcterms:modified></cp:coreProperties>',
    'word/styles.xml': f'<?xml version="1.0"?><w:styles {W}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
                       '<w:style w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="berschrift1"/></w:style>'
                       '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>',
    'word/document.xml': f'''<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Briefing: the </w:t></w:r><w:r><w:t>Kestrel affair</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Verzeichnis1"/></w:pPr><w:r><w:t>What is known</w:t><w:tab/><w:t>1</w:t></w:r></w:p>
<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">The Ministry of Trade </w:t></w:r><w:del><w:r><w:delText>hates</w:delText></w:r></w:del><w:ins><w:r><w:t>distrusts</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> Kestrel</w:t><w:noBreakHyphen/><w:t>Air, whose owner, René Koval,</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> (secret)</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:br/><w:t>has met its critics twice.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Kapitel"/></w:pPr><w:r><w:t>What is known</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box in the margin says that the airline denies everything.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>A box in the margin says that the airline denies everything.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Koval sued the ministry in March, and the pilots’ union supports him.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>The union struck for two days.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>The ministry warned the airline in 2022 and fined it in 2023.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr/></w:body></w:document>''',
}

def pack(name, members):
    with zipfile.ZipFile(os.path.join(HERE, name), 'w') as archive:
        for path, text in members.items():
            info = zipfile.ZipInfo(path, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if path == 'mimetype' else zipfile.ZIP_DEFLATED
            archive.writestr(info, text)

pack('communique.odt', ODT)
pack('briefing.docx', DOCX)
