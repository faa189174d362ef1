import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { connect, createServer, type TLSSocket } from "node:tls";
import { describe, expect, test } from "vitest";
import { type TlsIdentity, type TlsTestCa, tlsTestCa } from "./tls.ts";

const trusted = tlsTestCa();
const untrusted = tlsTestCa({ name: "other CA" });
const institution = { institutionCode: "9910000000" };

/** Lets client and server meet with TLS 1.2, where a refusal shows in the handshake; tells the institution seen. */
async function meet(server: TlsIdentity, client: TlsIdentity | undefined, ca: TlsTestCa): Promise<string> {
  const listener = createServer({
    cert: server.certificate,
    key: server.key,
    ca: trusted.certificate,
    requestCert: true,
    maxVersion: "TLSv1.2",
  });
  listener.on("secureConnection", (socket: TLSSocket) => {
    socket.end(String(socket.getPeerCertificate().subject.CN));
  });
  listener.on("tlsClientError", () => {});
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  try {
    const socket = connect({
      port: (listener.address() as AddressInfo).port,
      host: "127.0.0.1",
      ca: ca.certificate,
      ...(client && { cert: client.certificate, key: client.key }),
    });
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    // Node closes without an alert when it refuses after the handshake: no bytes came.
    return text || "refused";
  } catch {
    return "refused";
  } finally {
    listener.close();
  }
}

describe("TLS authority", () => {
  test("server and client with certificates of one authority meet", async () => {
    expect(await meet(trusted.issueServer(), trusted.issueClient(institution), trusted)).toBe("9910000000");
  });

  test.each([
    { name: "no client certificate", client: undefined, ca: trusted },
    { name: "a client of another authority", client: untrusted.issueClient(institution), ca: trusted },
    { name: "a server certificate as client", client: trusted.issueServer(), ca: trusted },
    { name: "a client that trusts another authority", client: trusted.issueClient(institution), ca: untrusted },
    {
      name: "an expired client",
      client: trusted.issueClient({ ...institution, notAfter: new Date("2024-01-01T00:00:00Z") }),
      ca: trusted,
    },
  ])("refused: $name", async ({ client, ca }) => {
    expect(await meet(trusted.issueServer(), client, ca)).toBe("refused");
  });

  test("the server is known by its loopback names only", () => {
    const certificate = new X509Certificate(trusted.issueServer().certificate);
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
    expect(certificate.checkIP("::1")).toBe("::1");
    expect(certificate.checkHost("example.invalid")).toBeUndefined();
    expect(new X509Certificate(trusted.certificate).subject).toContain("Onshi TEST");
  });

  test("time and serial numbers come from clock and chance", () => {
    const now = new Date("2026-11-01T00:00:00Z");
    const ca = tlsTestCa({
      clock: { now: () => now, monotonic: () => 0, sleep: () => Promise.resolve() },
      random: { bytes: (count) => new Uint8Array(count).fill(0xff) },
    });
    const certificate = new X509Certificate(ca.issueClient(institution).certificate);
    expect(certificate.validFrom).toBe("Oct 31 23:00:00 2026 GMT");
    expect(certificate.serialNumber).toBe(`7F${"FF".repeat(15)}`);
  });
});
