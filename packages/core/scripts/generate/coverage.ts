import { codeTables } from "../../src/codes/tables/index.ts";
import type { MessageDeclaration } from "../../src/messages/declaration.ts";
import { declarations } from "../../src/messages/declarations/index.ts";
import { capabilityOf } from "./capabilities.ts";
import { markdownTable as table } from "./markdown-table.ts";
import type { GeneratedFile } from "./model.ts";
import { type UnknownLayout, unknownLayouts } from "./unknown-layouts.ts";

/** The page's text around its tables, in one language. */
interface Words {
  readonly language: "en" | "ja";
  readonly title: string;
  readonly intro: string;
  readonly head: readonly string[];
  readonly known: string;
  readonly notes: readonly string[];
  readonly unknownTitle: string;
  readonly unknownIntro: string;
  readonly unknownHead: readonly string[];
  readonly unknownLayout: string;
}

const tableCount = Object.keys(codeTables).length;

const english: Words = {
  language: "en",
  title: "Coverage",
  intro:
    "What the SDK knows about the exchange, and what serves it today. **XML** and **JSON**: read and written both ways, " +
    "tested with files typed by hand and by property tests. **Capability**: the method of the client; without one a " +
    "message goes through the typed codec. **Mock**: the simulated centre answers or sends it. **Conf.**: H fact, " +
    "M good source, L weak source, I inferred; single fields can be less certain than their message " +
    "([reference](../reference/README.md)).",
  head: ["message", "meaning", "declared", "XML", "JSON", "capability", "mock", "conf."],
  known: "yes",
  notes: [
    `Code tables: ${tableCount} (OQSCD001 to OQSCD044), see [codes](../reference/codes.md).`,
    "PDF results (`YZKsiquc01res`, `TKKsiquc01res`) and ZIP results of bulk requests are files, not messages.",
    "Consent kinds whose tags nobody published stay readable as unknown elements.",
    "An answer of `EPSsiDMP01res` may hold more than its outcome; that stays in the unknown elements.",
  ],
  unknownTitle: "Unknown layout",
  unknownIntro:
    "Only names are public. Nothing is declared; an overlay can add a message with the layout of a known one.",
  unknownHead: ["file id", "interface", "meaning", "what is known", "conf. of the id"],
  unknownLayout: "name only",
};

const japanese: Words = {
  language: "ja",
  title: "対応状況",
  intro:
    "本 SDK が扱う電文と、現時点で利用できる機能の一覧です。**XML・JSON** は読み書き両方向に対応し、手入力の見本ファイルと" +
    "性質テストで確認しています。**機能** はクライアントのメソッドです（ない電文は型付きの codec で扱えます）。**モック** は模擬" +
    "センターが応答または送信することを示します。**確度** は H 確実、M 良い出典あり、L 弱い出典、I 推定です。項目単位では電文より" +
    "低い場合があります（[電文リファレンス](../reference/README.md)）。",
  head: ["電文", "名称", "定義", "XML", "JSON", "機能", "モック", "確度"],
  known: "○",
  notes: [
    `コード表：${tableCount} 表（OQSCD001～OQSCD044）。[コード表](../reference/codes.md)を参照してください。`,
    "PDF の結果（`YZKsiquc01res`、`TKKsiquc01res`）と一括処理の ZIP の結果は、電文ではなくファイルです。",
    "タグ名が公開されていない同意区分は、未知の要素として読み取れます。",
    "`EPSsiDMP01res` の処理結果以外の項目は公開されていないため、未知の要素として保持します。",
  ],
  unknownTitle: "レイアウトが不明な電文",
  unknownIntro:
    "名称だけが公開されている電文です。定義はありません。既知の電文と同じレイアウトのものは補正ファイルで追加できます。",
  unknownHead: ["電文 ID", "IF", "名称", "判明している内容", "ID の確度"],
  unknownLayout: "名称のみ",
};

/** The page that says what is there and what is not, in both languages. */
export function coveragePages(): readonly GeneratedFile[] {
  return [english, japanese].map((words) => ({ path: `docs/${words.language}/coverage.md`, content: page(words) }));
}

/** The pages among hand-written ones, by path. */
export const coveragePaths: readonly string[] = ["docs/en/coverage.md", "docs/ja/coverage.md"];

function page(words: Words): string {
  const { title, intro, head, notes, unknownTitle, unknownIntro, unknownHead } = words;
  return [
    "<!-- Generated from the declarations by `npm run generate`; edit those instead. -->\n",
    `# ${title}\n`,
    `${intro}\n`,
    table(
      head,
      declarations.map((message) => declaredRow(message, words)),
    ),
    notes.map((note) => `- ${note}\n`).join(""),
    `## ${unknownTitle}\n`,
    `${unknownIntro}\n`,
    table(
      unknownHead,
      unknownLayouts.map((layout) => unknownRow(layout, words)),
    ),
  ].join("\n");
}

function declaredRow(message: MessageDeclaration, { language, known }: Words): readonly string[] {
  const { client, mock } = capabilityOf(message.id);
  return [
    `[\`${message.id}\`](../reference/messages/${message.id}.md)`,
    message[language],
    known,
    known,
    known,
    client.map((method) => `\`${method}\``).join(", ") || "–",
    mock ? known : "–",
    message.confidence,
  ];
}

function unknownRow(layout: UnknownLayout, { language, unknownLayout }: Words): readonly string[] {
  return [
    layout.id === undefined ? "–" : `\`${layout.id}\``,
    layout.interfaces ?? "–",
    layout[language],
    layout.known?.[language] ?? unknownLayout,
    layout.confidence ?? "–",
  ];
}
