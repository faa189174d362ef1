/**
 * OpenTelemetry: one span for every use of the transport, made by middleware. Run with
 * `npx tsx --conditions=onshi-source examples/07-open-telemetry.ts` after the set-up.
 *
 * A real product registers its own provider and exporter; here the spans stay in memory and are shown.
 */
import { type Attributes, SpanStatusCode, type Tracer } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { type DoorCall, folderTransport, type Middleware, OnshiClient, OnshiError } from "@onshi/core";
import { startMock } from "@onshi/mock-server";

/** Makes a span of every use of the transport. Calls name no person, so that spans do not either. */
export function spans(tracer: Tracer): Middleware {
  return (call, next) =>
    tracer.startActiveSpan(`onshi ${call.call}`, { attributes: attributesOf(call) }, async (span) => {
      try {
        return await next(call);
      } catch (error) {
        const code = OnshiError.is(error) ? error.code : "unexpected";
        // Never the error itself: one that is not the SDK's may say anything.
        span.setAttribute("error.type", code).setStatus({ code: SpanStatusCode.ERROR, message: code });
        throw error;
      } finally {
        span.end();
      }
    });
}

function attributesOf({ operation, messageId, route, institutionCode, reference, consents }: DoorCall): Attributes {
  return {
    "onshi.operation": operation,
    "onshi.route": route,
    "onshi.institution_code": institutionCode,
    ...(messageId !== undefined && { "onshi.message_id": messageId }),
    ...(reference !== undefined && { "onshi.reference": reference }),
    ...(consents.length > 0 && { "onshi.consents": [...consents] }),
  };
}

/** Verifies one person and shows the spans. */
export async function spansOfAVerify(write: (text: string) => void): Promise<void> {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const mock = await startMock();
  const onshi = new OnshiClient({
    institutionCode: mock.web.institutionCode,
    transport: folderTransport({ ...mock.folderOptions, pollMs: 20 }),
    middleware: [spans(provider.getTracer("onshi-example"))],
  });
  try {
    const papers = mock.personas.find(({ id }) => id === "late-elderly")?.papers;
    if (papers) await onshi.eligibility.verify(papers);
    for (const { name, attributes, status } of exporter.getFinishedSpans()) {
      const outcome = status.code === SpanStatusCode.ERROR ? "ERROR" : "ok";
      write(`${name} ${String(attributes["onshi.message_id"])} ${String(attributes["onshi.route"])} ${outcome}\n`);
    }
  } finally {
    await onshi.close();
    await mock.close();
    await provider.shutdown();
  }
}

if (process.argv[1]?.endsWith("07-open-telemetry.ts")) {
  await spansOfAVerify((text) => void process.stdout.write(text));
}
