import { folderTransport, OnshiClient, parseOverlay } from "@onshi/core";
import { httpTransport } from "@onshi/core/http";
import { type Mock, startMock } from "@onshi/mock-server";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The vendor renames messages and an element of theirs; the site renames that element again. */
const vendor = {
  onshiOverlay: 1,
  source: "vendor",
  changes: [
    { do: "renameMessage", message: "OQSsiquc01req", to: "OQSsixyz01req" },
    { do: "renameMessage", message: "OQSsiquc01res", to: "OQSsixyz01res" },
    { do: "renameElement", message: "OQSsixyz01res", path: "MessageHeader/ReferenceClassification", to: "VendorTag" },
  ],
};
const site = {
  onshiOverlay: 1,
  source: "site",
  changes: [{ do: "renameElement", message: "OQSsixyz01res", path: "MessageHeader/VendorTag", to: "SiteTag" }],
};
const overlay = [vendor, site].map(parseOverlay);

const papers = {
  insurerNumber: "990010",
  symbol: "12-34",
  number: "0005678",
  branch: "01",
  birthdate: "1980-01-31",
};

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ seed: 1, overlay });
});
afterAll(() => mock.close());

test.each(["folders", "HTTPS"])(
  "client and simulated centre work by the same stack of overlays over %s",
  async (door) => {
    const transport = door === "HTTPS" ? httpTransport(mock.webOptions) : folderTransport(mock.folderOptions);
    const client = new OnshiClient({ institutionCode: mock.web.institutionCode, transport, overlay });
    const answer = await client.eligibility.verify(papers);
    expect(answer).toMatchObject({
      validity: "valid",
      askedBy: "certificateData",
      source: { messageId: "OQSsixyz01res" },
    });
    await client.close();
  },
);
