// The chat itself: deep-chat has the list and the composer, its messages are elements of ours.
//
// deep-chat writes what it is given as markup. So it is given nothing that anybody said: each message is
// an empty tag with a number, which fills itself with an element made beforehand (message.js).

import { make } from "./message.js";
import { word } from "./words.js";

const elements = new Map(); // by the number in a message's tag

customElements.define("dakehu-message", class extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(elements.get(this.getAttribute("number")));
  }
});

function tag(element) {
  const number = String(elements.size);
  elements.set(number, element);
  return `<dakehu-message number="${number}"></dakehu-message>`;
}

// What is typed is shown for a moment before it becomes a message of ours: as text, not as Markdown.
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
window.remarkable_plugins = [{ plugin: (markdown) => (markdown.render = escape) }];

// Both are got ready while it is still being found out who is there.
const look = fetch("/static/chat.css").then((answer) => answer.text());
const bundle = import("./deepChat.bundle.js");

const PAPER_CLIP = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor"
  stroke-width="2" stroke-linecap="round"><path d="M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.4 3.4 0 0 1 5 5l-8.5
  8.3a1.7 1.7 0 0 1-2.4-2.4L15 7"/></svg>`;

const NEAR = 60; // pixels from the end
const BUTTONS = [".input-button.outside-start", ".input-button.outside-end"];
const LABELS = { "#messages": "log", "#text-input": "say", [BUTTONS[0]]: "attach", [BUTTONS[1]]: "send" };

/** A chat in a place of the page. `onSay` gets what is typed, `onAttach` opens the choice of files. */
export class Chat {
  static async open(place, onSay, onAttach) {
    const chat = new Chat(place, (await Promise.all([look, bundle]))[0], onSay, onAttach);
    await chat.rendered();
    chat.prepare();
    chat.label();
    return chat;
  }

  constructor(place, look, onSay, onAttach) {
    this.typing = false;
    this.loading = { toggle() {} }; // deep-chat puts its own in
    this.inner = make("deep-chat");
    Object.assign(this.inner.style, { // its own would fetch a font from elsewhere
      width: "100%", height: "100%", fontFamily: "inherit", fontSize: "1rem", backgroundColor: "transparent",
    });
    Object.assign(this.inner, {
      auxiliaryStyle: look,
      connect: { websocket: true, handler: (_body, signals) => this.listen(signals, onSay) },
      customButtons: [{ position: "outside-start", onClick: onAttach, styles: { button: { default: { svg: { content: PAPER_CLIP } } } } }],
      displayLoadingBubble: this.loading,
      textInput: { placeholder: { text: word("hint"), style: { color: "inherit" } } },
      submitButtonStyles: { position: "outside-end", alwaysEnabled: true },
    });
    place.replaceChildren(this.inner);
  }

  async rendered() { // on a slow machine deep-chat renders once too early, and then for good
    const soon = () => new Promise((done) => setTimeout(done));
    while (this.inner._waitingToRender_ || !this.inner._hasBeenRendered) await soon();
  }

  listen(signals, onSay) {
    signals.onOpen();
    signals.newUserMessage.listener = ({ messages }) => onSay(messages.at(-1).text);
  }

  find(selector) {
    return this.inner.shadowRoot.querySelector(selector);
  }

  prepare() {
    this.stayAtEnd();
    Object.assign(this.find("#messages"), { role: "log", ariaLive: "polite", tabIndex: 0 });
    this.find("#text-input").ariaMultiLine = "true";
    for (const selector of BUTTONS) { // deep-chat's know Enter only
      this.find(selector).addEventListener("keyup", (event) => event.key === " " && event.currentTarget.click());
    }
  }

  /** Keep the end in sight while things grow, unless somebody has scrolled up to read. */
  stayAtEnd() {
    const log = this.find("#messages");
    let atEnd = true;
    log.addEventListener("scroll", () => (atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR));
    const sizes = new ResizeObserver(() => atEnd && (log.scrollTop = log.scrollHeight));
    [log, log.firstElementChild].forEach((element) => sizes.observe(element));
  }

  /** Say what is what, to those who cannot see it, in the language of the page. */
  label() {
    this.inner.setPlaceholderText(word("hint"));
    for (const [selector, key] of Object.entries(LABELS)) this.find(selector).ariaLabel = word(key);
    for (const selector of BUTTONS) this.find(selector).title = this.find(selector).ariaLabel;
  }

  /** Show an element as a message. */
  add(element) {
    const role = element.matches(".person") ? "user" : "ai";
    this.inner.addMessage({ html: tag(element), role });
  }

  /** Put an element of ours in the place of what was just typed. */
  adopt(element) {
    this.find(".user-message.text-message:not(:has(article))").replaceChildren(element);
  }

  /** Show, or stop showing, that an answer is being written. */
  setTyping(typing) {
    if (typing === this.typing) return;
    this.typing = typing;
    this.loading.toggle();
    if (typing) this.inner.scrollToBottom();
  }

  /** Put a text where one types, in the place of what is there. */
  write(text) {
    const input = this.find("#text-input");
    input.textContent = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    this.focus();
  }

  get written() {
    return this.find("#text-input").textContent;
  }

  focus() {
    this.inner.focusInput();
  }
}
