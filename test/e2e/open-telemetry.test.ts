import { SpanStatusCode } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { OnshiClient } from "@onshi/core";
import { scriptedTransport } from "@onshi/core/testing";
import { expect, test } from "vitest";
import { spans, spansOfAVerify } from "../../examples/07-open-telemetry.ts";

test("OpenTelemetry: a verify over folders is a span", async () => {
  let shown = "";
  await spansOfAVerify((text) => (shown += text));
  expect(shown).toBe("onshi eligibility.verify OQSsiquc01req folder ok\n");
});

test("OpenTelemetry: the span of a call that fails says so by the code, and nothing of the person", async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const transport = scriptedTransport({
    answers: { OQSsiquc01req: [{ error: "answer.timeout" }, { error: new Error("could not send 0005678") }] },
  });
  const middleware = [spans(provider.getTracer("test"))];
  const onshi = new OnshiClient({ institutionCode: "9910000000", transport, middleware });
  const question = { insurerNumber: "990010", number: "0005678", birthdate: "1980-01-31" };
  for (let call = 0; call < 2; call++) await expect(onshi.eligibility.verify(question)).rejects.toThrow();
  const made = exporter.getFinishedSpans().map(({ name, attributes, status }) => ({ name, attributes, status }));
  expect(made).toMatchObject([
    {
      name: "onshi eligibility.verify",
      attributes: { "onshi.message_id": "OQSsiquc01req", "error.type": "answer.timeout" },
      status: { code: SpanStatusCode.ERROR, message: "answer.timeout" },
    },
    { attributes: { "error.type": "unexpected" } },
  ]);
  expect(JSON.stringify(made)).not.toMatch(/0005678|1980/);
});
