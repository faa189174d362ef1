import { importTime } from "../lib/import-time.ts";
import type { Row } from "../lib/row.ts";

export const importReader: Row = importTime("reader");
