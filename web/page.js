// The page: the door, where one signs in, and the conversation behind it.

import * as api from "./api.js";
import { Conversation } from "./conversation.js";
import { speak } from "./words.js";

const [door, place, leave, person, refusal, offline] = ["door", "chat", "leave", "person", "refusal", "offline"].map(
  (id) => document.getElementById(id),
);
let conversation;
let unsaid = ""; // typed, when the session was over

const RETRY = 5000; // milliseconds

/** Show the door or the chat; whoever measures finds `data-ready` on the root once either can be used. */
function showOnly(shown) {
  place.hidden = leave.hidden = shown !== place;
  door.hidden = shown !== door;
  document.documentElement.dataset.ready = "true";
}

function openDoor(why = "") {
  conversation?.stop();
  person.textContent = "";
  refusal.textContent = why;
  offline.hidden = true;
  showOnly(door);
  door.code.focus();
}

async function openChat(who) {
  speak(who.language);
  person.textContent = who.name;
  conversation?.stop();
  conversation = await Conversation.open(place, {
    language: follow,
    link: (there) => (offline.hidden = there),
    refused: (problem, text) => {
      unsaid ||= text ?? "";
      openDoor(problem.message);
    },
  });
  showOnly(place);
  if (unsaid) conversation.chat.write(unsaid);
  unsaid = "";
  conversation.chat.focus();
}

function follow(language) {
  speak(language);
  conversation.chat.label();
}

async function enter(why = "") {
  try {
    await openChat(await api.whoAmI());
  } catch (problem) {
    if (problem.status === 401) openDoor(why);
    else setTimeout(enter, RETRY, why);
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

leave.onclick = async () => {
  await api.signOut().catch(() => {});
  openDoor();
};

if (api.framed) { // the page around us closes the frame, and knows no more of us than that
  const close = () => document.querySelector("dialog[open]") || parent.postMessage("dakehu:close", "*");
  addEventListener("keydown", (event) => event.key === "Escape" && close());
}

speak();
const code = new URLSearchParams(location.search).get("code");
if (code) {
  history.replaceState(null, "", "/"); // a code is for one pair of eyes
  enterBy(code);
} else {
  enter();
}
