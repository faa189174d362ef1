// An HTTPS server that answers from memory: the token to /auth, one fixed answer to everything else. It runs in a
// process of its own, so that only the client's work is measured.
import { createServer } from "node:https";

process.once("message", ({ tls, token, answer }) => {
  const bodies = new Map([["/auth", JSON.stringify({ result: { idToken: token } })]]);
  const server = createServer({ ...tls, requestCert: true, rejectUnauthorized: true }, (request, response) => {
    request.resume().once("end", () => {
      const body = bodies.get(request.url) ?? answer;
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
      response.end(body);
    });
  });
  server.listen(0, "127.0.0.1", () => process.send(server.address().port));
});
process.once("disconnect", () => process.exit());
