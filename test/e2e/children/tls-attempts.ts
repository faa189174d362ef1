/** Calls servers one after the other and prints how each call ended; what the environment says about TLS is the test's. */
import { OnshiError } from "@onshi/core/base";
import { httpTransport, type HttpTransportOptions } from "@onshi/core/http";

interface Attempt {
  readonly port: number;
  readonly tls: NonNullable<HttpTransportOptions["tls"]>;
}

const attempts = JSON.parse(process.argv[2] ?? "[]") as readonly Attempt[];
const ends: string[] = [];
for (const { port, tls } of attempts) {
  const transport = httpTransport({
    baseUrl: `https://localhost:${port}`,
    institutionCode: "9910000000",
    password: "synthetic",
    testOnly: true,
    tls,
  });
  try {
    await transport.card.challenge();
    ends.push("done");
  } catch (error) {
    ends.push(OnshiError.is(error) ? error.code : String(error));
  } finally {
    await transport.close();
  }
}
process.stdout.write(JSON.stringify(ends));
