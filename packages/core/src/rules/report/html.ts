const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text inside an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** One row of a table; the class says what kind it is. */
export interface HtmlRow {
  readonly kind: string;
  readonly cells: readonly string[];
}

/** What a table of the SDK is made of. */
export interface HtmlTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly HtmlRow[];
}

/** A table without style of its own: `onshi-table` and the kinds of the rows are classes for yours. */
export function htmlTable({ caption, head, rows }: HtmlTable): string {
  const cells = (tag: string, texts: readonly string[]): string =>
    texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag.split(" ")[0] ?? tag}>`).join("");
  const body = rows.map(({ kind, cells: texts }) => `<tr class="${escapeHtml(kind)}">${cells("td", texts)}</tr>`);
  return [
    '<table class="onshi-table">',
    `<caption>${escapeHtml(caption)}</caption>`,
    `<thead><tr>${cells('th scope="col"', head)}</tr></thead>`,
    `<tbody>\n${body.join("\n")}\n</tbody>`,
    "</table>\n",
  ].join("\n");
}

const style = `body{font-family:"Yu Gothic UI","Hiragino Sans","Noto Sans CJK JP",sans-serif;margin:1.5rem;color:#1b1b1b}
table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eef2f5}
tr.ask,tr.clear,tr.lapsed,tr.newer{background:#fff4d6}tr.stop,tr.notFound{background:#fde3e1}tr.take,tr.changed{background:#e6f4e8}
@media print{body{margin:0}tr{break-inside:avoid}thead{display:table-header-group}}`;

/** A whole page around a table: no script, nothing from elsewhere. */
export function htmlPage(title: string, language: "ja" | "en", content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${content}</body>
</html>
`;
}
