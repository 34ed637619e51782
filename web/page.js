// The chat page: sign in, read what was said, say something, press buttons, hear what comes unasked.

import * as api from "./api.js";
import { clear, remark, show } from "./view.js";
import { speak, word } from "./words.js";

const [door, chat, log, composer, text, leave] = ["door", "chat", "log", "composer", "text", "leave"].map(
  (id) => document.getElementById(id),
);
const shown = new Set();
let last = Promise.resolve(); // messages leave one after another, in the order they were said
let stopFollowing = () => {};

function tell(messages) {
  for (const message of messages) {
    if (shown.has(message.id)) continue;
    shown.add(message.id);
    show(message, message.from ?? "bot", (button) => say({ button: button.token }, button.label));
  }
}

async function deliver(message, bubble) {
  bubble.classList.add("waiting");
  try {
    const answers = await api.post(message, () => remark(bubble, word("connecting")));
    remark(bubble, "");
    tell(answers);
    followLanguage(answers);
  } catch (problem) {
    if (problem.status === 401) {
      text.value ||= message.text ?? "";
      return openDoor(problem.message);
    }
    const kept = problem.kind === "engine_away"; // the answer will come as an event
    const again = () => enqueue(message, bubble);
    const mayPass = problem.status >= 500 || problem.status === 429;
    remark(bubble, problem.message, mayPass && !kept && word("again"), again);
  } finally {
    bubble.classList.remove("waiting");
  }
}

function followLanguage(answers) { // one of them says so when it was just changed
  for (const { data } of answers) if (data?.language) speak(data.language);
}

function enqueue(message, bubble) {
  last = last.then(() => deliver(message, bubble));
}

function say(what, label) {
  const message = { id: crypto.randomUUID?.() ?? uuid(), ...what };
  shown.add(message.id);
  enqueue(message, show({ text: label }, "person"));
}

function uuid() { // where the page is served without TLS, browsers keep randomUUID to themselves
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((byte, place) => {
    const value = place === 6 ? (byte & 15) | 64 : place === 8 ? (byte & 63) | 128 : byte;
    return value.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function openDoor(refusal = "") {
  stopFollowing();
  chat.hidden = leave.hidden = true;
  door.hidden = false;
  document.getElementById("person").textContent = "";
  document.getElementById("refusal").textContent = refusal;
  door.code.focus();
}

async function openChat(person) {
  speak(person.language);
  document.getElementById("person").textContent = person.name;
  door.hidden = true;
  chat.hidden = leave.hidden = false;
  clear();
  shown.clear();
  const { messages, cursor } = await api.history();
  tell(messages);
  follow(cursor);
  const open = messages.at(-1);
  // Left while it was being answered: asking again with its id gives the answer, whenever it came.
  if (open?.from === "person") enqueue({ id: open.id, text: open.text }, log.lastElementChild);
  text.focus();
}

function follow(cursor) {
  stopFollowing();
  stopFollowing = api.follow(cursor, (message) => tell([message]), () => setTimeout(enter, 5000));
}

async function enter(refusal = "") {
  try {
    await openChat(await api.whoAmI());
  } catch (problem) {
    if (problem.status === 401) openDoor(refusal);
    else setTimeout(enter, 5000, refusal);
  }
}

async function enterBy(code) {
  try {
    await openChat(await api.signIn(code));
  } catch (problem) {
    await enter(problem.message); // a link that is opened again finds its session
  }
}

door.onsubmit = (event) => {
  event.preventDefault();
  enterBy(door.code.value);
  door.reset();
};

composer.onsubmit = (event) => {
  event.preventDefault();
  const said = text.value;
  if (!said.trim()) return;
  text.value = "";
  say({ text: said }, said);
};

text.onkeydown = (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return; // an IME's Enter chooses a word
  event.preventDefault();
  composer.requestSubmit();
};

leave.onclick = async () => {
  await api.signOut().catch(() => {});
  openDoor();
};

speak();
const code = new URLSearchParams(location.search).get("code");
if (code) {
  history.replaceState(null, "", "/"); // a code is for one pair of eyes
  enterBy(code);
} else {
  enter();
}
