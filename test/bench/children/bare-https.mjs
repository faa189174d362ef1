// The least that a simulated centre needs: one HTTPS server that listens.
import { createServer } from "node:https";

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  process.send("ready");
  server.close();
  process.disconnect();
});
