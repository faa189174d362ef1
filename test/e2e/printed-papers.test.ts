import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Declaration, declarationHtml, leafletHtml, leafletIds, outageLogHtml } from "@onshi/core/rules";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
/** Rendering needs a browser: on CI it has to be there, elsewhere the papers are rendered where it is. */
const isEnabled = process.env["CI"] === "true" || chromium !== undefined;

const long = "試験県試験市試験町一丁目2番地3 試験マンション第二別館1001号室".repeat(2);
const declaration: Declaration = {
  name: "試験　花子",
  birthdate: "1980-01-31",
  sex: "female",
  address: long,
  contact: "099-000-0000",
  insuranceKind: "employees",
  insurerName: "試験健康保険組合",
  employerName: long,
  obtained: "2026年4月ごろ",
  copayment: 30,
  signedBy: "試験　太郎",
  signedOn: "2026-11-21",
  relation: "夫",
};
const entry = { name: "試験　花子", birthdate: "1980-01-31", sex: "female", address: long } as const;

const leaflets = leafletIds.map((id) => leafletHtml(id, { withEnglish: true }));
const longestLeaflet = leaflets.toSorted((one, other) => other.length - one.length)[0] ?? "";

const papers: readonly (readonly [string, string])[] = [
  ["a declaration", declarationHtml(declaration, { institution: "試験医院" })],
  ["a blank declaration with English", declarationHtml({}, { withEnglish: true })],
  ["a blank outage log", outageLogHtml()],
  ["the longest leaflet with English", longestLeaflet],
];

describe.skipIf(!isEnabled)("papers printed by a browser", () => {
  let folder = "";

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "onshi-papers-"));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function print(name: string, html: string) {
    const file = join(folder, `${name.replaceAll(" ", "-")}.html`);
    await writeFile(file, html);
    await promisify(execFile)(chromium ?? "chromium", [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      // Nobody listens there: nothing can leave. What the page asks for stands in the log all the same.
      "--proxy-server=127.0.0.1:9",
      `--log-net-log=${file}.json`,
      `--user-data-dir=${file}.profile`,
      "--no-pdf-header-footer",
      `--print-to-pdf=${file}.pdf`,
      `file://${file}`,
    ]);
    const pdf = await readFile(`${file}.pdf`, "latin1");
    const size = /\/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)/.exec(pdf);
    return {
      pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
      size: `${size?.[1]}×${size?.[2]}`,
      requests: requestsIn(JSON.parse(await readFile(`${file}.json`, "utf8")) as NetLog),
    };
  }

  test("a page that fetches a picture is seen to do so", async () => {
    const { requests } = await print("control", '<img src="http://picture.invalid/x.png">');
    expect(requests).toEqual(["http://picture.invalid/x.png"]);
  }, 60_000);

  test.each(papers)(
    "%s: one page of A4, nothing fetched",
    async (name, html) => {
      const { size, ...printed } = await print(name, html);
      expect(printed).toEqual({ pages: 1, requests: [] });
      expect(size).toMatch(/^59[45]×84[12]$/);
    },
    60_000,
  );

  test("an outage log of 30 goes on over the page", async () => {
    const { pages, requests } = await print("long log", outageLogHtml(Array.from({ length: 30 }, () => entry)));
    expect(pages).toBeGreaterThan(1);
    expect(requests).toEqual([]);
  }, 60_000);
});

interface NetLog {
  readonly events: readonly { readonly params?: { readonly initiator?: string; readonly url?: string } }[];
}

/** What the page asked for. The browser's own requests have no origin. */
function requestsIn({ events }: NetLog): readonly string[] {
  const asked = events.flatMap(({ params: { initiator, url } = {} }) =>
    initiator === undefined || initiator === "not an origin" || url === undefined ? [] : [url],
  );
  return [...new Set(asked)];
}
