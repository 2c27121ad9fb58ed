/**
 * A small identity provider of the specs' own, on loopback: discovery, a sign-in that asks nothing, a token that is signed
 * (OpenID Connect Core 1.0, RFC 7636). Whoever comes is who `says` says.
 */
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface IdentityProvider {
  url: string;
  /** What it says of whoever comes. */
  says: Record<string, unknown>;
  stop: () => Promise<void>;
}

export const CLIENT = { id: "pivotal", secret: "hidden" };

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** RS256: what every provider must be able to sign with. */
function signed(claims: object): string {
  const text = `${part({ alg: "RS256", typ: "JWT", kid: "one" })}.${part(claims)}`;
  return `${text}.${sign("sha256", Buffer.from(text), privateKey).toString("base64url")}`;
}

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return new URLSearchParams(text);
}

export async function startIdentityProvider(says: Record<string, unknown>): Promise<IdentityProvider> {
  const codes = new Map<string, URLSearchParams>();
  const provider: IdentityProvider = { url: "", says, stop: async () => {} };

  const json = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const asked = await form(request);
    const basic = `Basic ${Buffer.from(`${CLIENT.id}:${CLIENT.secret}`).toString("base64")}`;
    const code = asked.get("code") ?? "";
    const begun = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(asked.get("code_verifier") ?? "")
      .digest("base64url");
    if (begun === undefined || request.headers.authorization !== basic || challenge !== begun.get("code_challenge")) {
      return json(response, 400, { error: "invalid_grant" });
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: provider.url, sub: "248289761001", aud: CLIENT.id, iat: now, exp: now + 300 };
    const id_token = signed({ ...claims, nonce: begun.get("nonce"), ...provider.says });
    return json(response, 200, { access_token: "unused", token_type: "Bearer", id_token });
  };

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", provider.url);
    if (pathname === "/.well-known/openid-configuration") {
      return json(response, 200, {
        issuer: provider.url,
        authorization_endpoint: `${provider.url}/authorize`,
        token_endpoint: `${provider.url}/token`,
        jwks_uri: `${provider.url}/keys`,
      });
    }
    if (pathname === "/keys") {
      const key = { ...publicKey.export({ format: "jwk" }), alg: "RS256", use: "sig", kid: "one" };
      return json(response, 200, { keys: [key] });
    }
    if (pathname === "/authorize") {
      const code = randomUUID();
      codes.set(code, searchParams);
      const back = new URL(searchParams.get("redirect_uri") ?? provider.url);
      back.searchParams.set("code", code);
      back.searchParams.set("state", searchParams.get("state") ?? "");
      return response.writeHead(302, { location: back.href }).end();
    }
    if (pathname === "/token" && request.method === "POST") return token(request, response);
    return response.writeHead(404).end();
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  provider.url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  provider.stop = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return provider;
}
