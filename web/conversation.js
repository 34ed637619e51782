// One conversation on the page: what is said goes out once and in order, what comes is shown once.

import * as api from "./api.js";
import { Chat } from "./chat.js";
import { follow, persist } from "./connection.js";
import * as files from "./files.js";
import { fill, messageElement, remark, spend, welcomeElement } from "./message.js";
import { uuid } from "./uuid.js";
import { word } from "./words.js";

const typingStatus = document.getElementById("typing");

export class Conversation {
  /** Open it in a place of the page. `on.language`, `on.link` and `on.refused` tell what happened. */
  static async open(place, on) {
    const it = new Conversation(on);
    const opening = Chat.open(place, (text) => it.sayTyped(text), files.choose);
    const [chat, { messages, cursor }] = await Promise.all([opening, api.history()]);
    it.chat = chat;
    files.receive(chat.inner, (file) => it.send(file));
    messages.forEach((message) => it.show(message));
    it.othersWait = messages.at(-1)?.from === "person";
    it.showTyping();
    if (!messages.length) await it.welcome();
    it.stop = follow(cursor, { onMessage: (message) => it.hear(message), onLink: on.link, onRefused: on.refused });
    return it;
  }

  constructor(on) {
    this.on = on;
    this.shown = new Map(); // by the message's id
    this.waiting = 0; // of our own messages
    this.othersWait = false; // said in another tab, on a phone, or before a reload
    this.last = Promise.resolve(); // messages leave one after another, in the order they were said
  }

  async welcome() {
    const { examples } = await api.welcome();
    this.chat.add(welcomeElement(examples, (example) => this.chat.write(example)));
  }

  /** Show a message that is not shown yet. */
  show(message, sender = message.from ?? "bot") {
    if (this.shown.has(message.id)) return;
    const element = messageElement(message, sender, (button) => this.press(button));
    this.shown.set(message.id, element);
    this.chat.add(element);
    spend(this.shown.get(message.pressed));
  }

  hear(message) {
    const news = !this.shown.has(message.id);
    this.show(message);
    if (news) this.othersWait = message.from === "person";
    this.follow([message]);
    this.showTyping();
  }

  follow(messages) { // one of them says so when the language was just changed
    for (const { data } of messages) if (data?.language) this.on.language(data.language);
  }

  showTyping() {
    const typing = this.waiting > 0 || this.othersWait;
    this.chat.setTyping(typing);
    typingStatus.textContent = typing ? word("typing") : "";
  }

  sayTyped(text) {
    const [id, element] = this.begin({ text });
    this.chat.adopt(element);
    this.enqueue({ id, text }, element);
  }

  press(button) {
    const [id, element] = this.begin({ text: button.label });
    this.chat.add(element);
    this.enqueue({ id, button: button.token }, element);
  }

  send(file) {
    const [id, element] = this.begin({ text: file.name });
    this.chat.add(element);
    this.enqueue({ id, upload: file }, element);
  }

  begin(said) {
    const id = uuid();
    const element = messageElement(said, "person");
    this.shown.set(id, element);
    return [id, element];
  }

  enqueue(message, element) {
    this.waiting += 1;
    this.showTyping();
    element.classList.add("waiting");
    this.last = this.last.then(() => this.deliver(message, element)).finally(() => {
      this.waiting -= 1;
      element.classList.remove("waiting");
      this.showTyping();
    });
  }

  async deliver(message, element) {
    const lost = () => remark(element, word("connecting"));
    try {
      if (message.upload) await this.upload(message, element, lost);
      const { messages } = await persist(() => api.post(message), lost);
      remark(element, "");
      messages.forEach((answer) => this.show(answer));
      this.follow(messages);
    } catch (problem) {
      this.explain(problem, message, element);
    }
  }

  async upload(message, element, lost) {
    const { name, type } = message.upload;
    remark(element, word("uploading"));
    const { id, url } = await persist(() => api.upload(message.upload), lost);
    fill(element, type.startsWith("image/") ? { image: url } : { file: { url, name } });
    message.file = id;
    delete message.upload;
  }

  explain(problem, message, element) {
    if (problem.status === 401) return this.on.refused(problem, message.text);
    const kept = problem.kind === "engine_away"; // the answer will come as an event
    const mayPass = problem.status >= 500 || problem.status === 429;
    const again = () => this.enqueue(message, element);
    remark(element, problem.message, mayPass && !kept && word("again"), again);
    if (!mayPass && message.text && !this.chat.written) this.chat.write(message.text); // to be mended
  }
}
