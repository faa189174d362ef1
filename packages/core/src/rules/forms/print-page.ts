import type { Bilingual } from "../../base/index.ts";
import { escapeHtml } from "../report/html.ts";
import * as is from "../tables/shape.ts";

/** How a paper is printed. */
export interface PrintOptions {
  /** Name of the institution, for the head of the paper. */
  readonly institution?: string;
  /** English beneath every Japanese label. Default: false. */
  readonly withEnglish?: boolean;
}

/** What the options of every paper may hold. */
export const printOptionsShape: is.Shape<PrintOptions> = {
  institution: is.optional(is.text),
  withEnglish: is.optional(is.flag),
};

/** What one paper holds: its title, and content that is HTML already. */
export interface Paper {
  readonly title: string;
  readonly content: string;
  /** Greater type, for a leaflet that is read at home. Default: false. */
  readonly isLarge?: boolean;
}

const style = `@page{size:A4;margin:12mm 16mm}
*{box-sizing:border-box}
body{font-family:"Yu Gothic","Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","IPAGothic",sans-serif;font-size:11pt;line-height:1.6;color:#111;max-width:178mm;margin:8mm auto;padding:0 4mm}
body.large{font-size:14pt;line-height:1.8}
h1{font-size:1.6em;font-weight:bold;text-align:center;letter-spacing:.12em;margin:.1em 0 .5em}
h2{font-size:1.1em;margin:1.1em 0 .3em;padding-left:.5em;border-left:.3em solid #35607d}
p{margin:.4em 0}
.lead{padding:.6em .9em;border:1.5px solid #35607d;border-radius:.4em}
.small{font-size:.82em;color:#444}
.en{display:block;font-family:"Segoe UI","Helvetica Neue",Arial,"Noto Sans",sans-serif;font-size:.78em;font-weight:normal;letter-spacing:0;line-height:1.25;color:#444}
.right{text-align:right}
table{border-collapse:collapse;width:100%;margin:.6em 0}
th,td{border:1px solid #444;padding:.2em .6em;text-align:left;vertical-align:middle;height:2.4em;line-height:1.4;overflow-wrap:anywhere}
th{font-weight:normal;background:#f1f4f6;width:27%}
thead th{width:auto;text-align:center;height:auto}
thead{display:table-header-group}
.log td{height:3.3em}.log td:first-child{width:8%;text-align:right}.log td:nth-child(2){width:20%}.log td:nth-child(3){width:18%}.log td:nth-child(4){width:11%;text-align:center}.log td:last-child{width:12%}
tr,li,.lead,.keep{break-inside:avoid}
.choice{display:inline-block;margin-right:1.4em}
.box{display:inline-block;position:relative;width:.95em;height:.95em;border:1.3px solid #111;margin-right:.4em;vertical-align:-.1em}
.box.on::after{content:"";position:absolute;left:.26em;top:-.08em;width:.3em;height:.68em;border:solid #111;border-width:0 .17em .17em 0;transform:rotate(42deg)}
.office{margin-top:.7em;padding:.2em .9em;border:1px dashed #777}
.line{display:inline-block;min-width:9em;border-bottom:1px solid #444}
ul,ol{margin:.4em 0;padding-left:1.5em}
li{margin:.35em 0}
@media print{body{max-width:none;margin:0;padding:0}}`;

/** A page of A4 for a printer: no script, nothing from elsewhere, and the browser is told to fetch nothing. */
export function printPage({ title, content, isLarge = false }: Paper): string {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body${isLarge ? ' class="large"' : ""}>
${content}
</body>
</html>
`;
}

/** Japanese, and English beneath if wished. */
export const label = ({ ja, en }: Bilingual, { withEnglish = false }: PrintOptions): string =>
  withEnglish && en !== "" ? `${escapeHtml(ja)}<span class="en" lang="en">${escapeHtml(en)}</span>` : escapeHtml(ja);

/** A box to tick. */
export const tickBox = (isTicked: boolean): string =>
  `<span class="box${isTicked ? " on" : ""}" role="img" aria-label="${isTicked ? "選択" : "未選択"}"></span>`;

/** 2026-11-21 as people write it: 2026年11月21日. */
export const dayInWords = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** A place for a date that is written by hand. */
export const emptyDay = "　　　　年　　月　　日";
