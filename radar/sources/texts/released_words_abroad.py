"""The words of release in other languages than English: German, French, Spanish, Portuguese, Italian,
Russian, Chinese, Japanese and Korean.
"""

from __future__ import annotations

import re

WHAT = re.compile(
    r"\b(?:(?:quell|programm)?codes?|quelltexte?|daten(?:s[äa]tz\w{0,2}|bank\w{0,2}|bestand|best[äa]nde)?"
    r"|forschungsdaten|begleitmaterial\w{0,2}|zusatzmaterial\w{0,2}|projektseite|webseite|werkzeuge?"
    r"|donn[ée]es|logiciels?|mat[ée]riel|corpus|mod[èe]les?|jeux? de donn[ée]es|annexes?"
    r"|datos|c[óo]digos?|programas?|materiales|conjuntos? de datos|p[áa]gina del proyecto|modelos?|anexos?"
    r"|dados|materia(?:l|is)|conjuntos? de dados|p[áa]gina do projeto"
    r"|dati|codice|programmi|materiali|pagina del progetto|modelli"
    r"|код\w{0,2}|данны\w{1,2}|программ\w{1,3}|материал\w{0,3}|модел\w{1,3})\b"
    r"|代码|代碼|源码|程序|程式|数据|數據|資料|模型|语料|コード|データ|プログラム|ソフトウェア|モデル"
    r"|코드|데이터|소프트웨어|프로그램|모델",
    re.IGNORECASE,
)
"""What a paper comes with."""
POINTS = re.compile(
    r"(?:(?:hier|unter|auf|online|diese[rnms]?|seite|ici|en|ligne|sur|cette|page|aqu[íi]|l[íi]nea|este|esta|enlace"
    r"|p[áa]gina|nesta|neste|link|qui|questa|pagina|здесь|тут|ссылк\w{1,2}|по|на)(?:\W|$))+"
    r"|(?:点击)?(?:此处|这里|此處|這裡|此链接)|こちら|ここ|여기",
    re.IGNORECASE,
)
"""Words that say only that something is elsewhere; what, the sentence says."""
GIVES = re.compile(
    r"\b(?:verf[üu]gbar|abrufbar|zug[äa]nglich|bereitgestellt|ver[öo]ffentlicht\w{0,2}|heruntergeladen"
    r"|herunterladen|disponib(?:le|les|ile|ili)|dispon[íi]ve(?:l|is)|accessib(?:le|les|ile|ili)|t[ée]l[ée]charg\w{1,7}"
    r"|acces[íi]b(?:le|les)|acess[íi]ve(?:l|is)|publicad[oa]s?|descarg\w{1,6}|baixad[oa]s?|scaricabil[ei]|scaricat[oaie]"
    r"|pubblicat[oaie]|доступ\w{1,4}|опубликован\w{0,2}|скачать)\b"
    r"|可在|可从|可從|获取|獲取|下载|下載|公开|公開|开源|開源|利用可能|入手|ダウンロード"
    r"|공개|다운로드|이용 가능",
    re.IGNORECASE,
)
"""What is said of it where it is given."""
OF_THE_PAGE = re.compile(
    r"\bweiterlesen\b|\bmehr lesen\b|\berschien zuerst (?:auf|bei)\b|\blire la suite\b|\ben savoir plus\b"
    r"|\best apparu en premier\b|\bleer m[áa]s\b|\bseguir leyendo\b|\bse public[óo] primero\b"
    r"|\bapareci[óo] primero\b|\bleia mais\b|\bcontinu[ae] (?:lendo|a leggere)\b|\bleggi tutto\b"
    r"|\bapareceu primeiro\b|\bproviene da\b|\bчитать (?:далее|дальше)\b|阅读全文|閱讀全文"
    r"|続きを読む|더 보기",
    re.IGNORECASE,
)
"""What programs write below the entries of feeds."""
