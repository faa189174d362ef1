import { createReadStream } from "node:fs";
import { createCodec, type DecodedMessage, readXml, readXmlUnits } from "@onshi/core/wire";
import { bulkResultId, bulkUnit } from "./bulk-result.ts";
import { faceResultId } from "./face-result.ts";

const codec = createCodec();

/** Bytes to the typed message, as the folder transport and the client do it. A problem would be a fault of the file. */
export function readOurs(bytes: Uint8Array): DecodedMessage<unknown> {
  return withoutProblems(codec.decode(faceResultId, readXml(bytes).root));
}

/** A bulk file to typed messages, person by person, as the client hands them out. Gives their number. */
export async function readOursInUnits(file: string): Promise<number> {
  let count = 0;
  for await (const unit of readXmlUnits(createReadStream(file), bulkUnit)) {
    const body = { name: "MessageBody", text: "", children: [unit] };
    withoutProblems(codec.decode(bulkResultId, { name: "XmlMsg", text: "", children: [header, body] }));
    count++;
  }
  return count;
}

const header = { name: "MessageHeader", text: "", children: [] };

function withoutProblems<T extends DecodedMessage<unknown>>(decoded: T): T {
  const [problem] = decoded.problems.filter(({ path }) => !path.startsWith("XmlMsg/MessageHeader"));
  if (problem) throw new Error(`${problem.kind} ${problem.path}`);
  return decoded;
}
