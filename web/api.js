// The gateway's web API (docs/web-api.md), as promises.

/** The gateway's "no": RFC 9457 problem JSON; `message` is for the person to read. */
export class Problem extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `HTTP ${status}`);
    this.status = status;
    this.kind = (problem.type ?? "").replace("urn:dakehu:problem:", "");
  }
}

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body && { "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  if (answer.status === 204) return null;
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Problem(answer.status, content);
  return content;
}

export const signIn = (code) => ask("POST", "/api/session", { code });
export const signOut = () => ask("DELETE", "/api/session");
export const whoAmI = () => ask("GET", "/api/session");
export const history = () => ask("GET", "/api/messages");

const wait = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

/** Post a message until the gateway answers: the same id has no second effect. */
export async function post(message, onWaiting) {
  for (let pause = 0.5; ; pause = Math.min(pause * 2, 15)) {
    try {
      return (await ask("POST", "/api/messages", message)).messages;
    } catch (error) {
      if (error instanceof Problem) throw error;
      onWaiting();
      await wait(pause);
    }
  }
}

/** Follow what is said unasked after a cursor; returns how to stop. */
export function follow(cursor, onMessage, onRefused) {
  const events = new EventSource(`/api/events?after=${cursor}`);
  events.onmessage = (event) => onMessage(JSON.parse(event.data));
  // A browser comes back by itself, but not after an answer that is no stream.
  events.onerror = () => events.readyState === EventSource.CLOSED && onRefused();
  return () => events.close();
}
