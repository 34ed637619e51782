// The gateway's web API (docs/web-api.md), as promises.

/** The gateway's "no": RFC 9457 problem JSON; `message` is for the person to read. */
export class Problem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.kind = (problem.type ?? "").replace("urn:dakehu:problem:", "");
  }
}

// A browser keeps our cookie to itself in a frame on somebody else's page: there the token goes along.
export const framed = window.parent !== window;
let token = framed ? kept() : null;

function kept() {
  try {
    return sessionStorage.getItem("token");
  } catch {
    return null; // the browser keeps nothing for frames: sign in each time
  }
}

function keep(value) {
  token = value;
  try {
    if (value) sessionStorage.setItem("token", value);
    else sessionStorage.removeItem("token");
  } catch { /* as above */ }
}

/** Fetch something of ours; throws a Problem unless it is well. */
export async function request(path, options = {}) {
  const headers = new Headers(options.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  const answer = await fetch(path, { ...options, headers });
  if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})));
  return answer;
}

async function ask(method, path, body) {
  const headers = body && { "Content-Type": "application/json" };
  const answer = await request(path, { method, headers, body: body && JSON.stringify(body) });
  return answer.status === 204 ? null : answer.json();
}

export async function signIn(code) {
  const session = await ask("POST", "/api/session", { code });
  if (framed) keep(session.token);
  return session;
}

export async function signOut() {
  await ask("DELETE", "/api/session").finally(() => keep(null));
}

export const whoAmI = () => ask("GET", "/api/session");
export const history = () => ask("GET", "/api/messages");
export const welcome = () => ask("GET", "/api/welcome");
export const post = (message) => ask("POST", "/api/messages", message);

export async function upload(file) {
  const path = `/api/files?name=${encodeURIComponent(file.name)}`;
  const kept = await request(path, { method: "POST", body: file });
  return kept.json();
}

/** Return an address that an image or a link can use, where the cookie does not go along too. */
export async function address(url) {
  if (!token || new URL(url, location).origin !== location.origin) return url;
  const answer = await request(url);
  return URL.createObjectURL(await answer.blob());
}
