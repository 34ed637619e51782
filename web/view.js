// Messages as elements. Text is only ever set as text: nothing that is said becomes markup.

const log = document.getElementById("log");

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function table({ columns, rows }) {
  const row = (cells, tag) => make("tr", {}, ...cells.map((cell) => make(tag, { textContent: cell ?? "" })));
  const body = make("tbody", {}, ...rows.map((cells) => row(cells, "td")));
  return make("div", { className: "wide" }, make("table", {}, make("thead", {}, row(columns, "th")), body));
}

function buttons(message, onPress) {
  const group = make("div", { className: "buttons" });
  const spend = () => group.querySelectorAll("button").forEach((button) => (button.disabled = true));
  for (const button of message.buttons) {
    const element = make("button", { type: "button", textContent: button.label });
    element.onclick = () => {
      spend();
      element.classList.add("pressed");
      onPress(button);
    };
    group.append(element);
  }
  if (message.buttons.some((button) => button.spent)) spend();
  return group;
}

const isWeb = (url) => ["http:", "https:"].includes(new URL(url, location).protocol);

/** Show something said by the person or the bot; returns its element. */
export function show(message, sender, onPress) {
  const bubble = make("article", { className: sender });
  if (message.text) bubble.append(make("p", { textContent: message.text, dir: "auto" }));
  if (message.table) bubble.append(table(message.table));
  if (message.image && isWeb(message.image)) bubble.append(make("img", { src: message.image, alt: "" }));
  if (message.file && isWeb(message.file.url)) {
    const { url, name } = message.file;
    bubble.append(make("a", { href: url, download: name, textContent: name }));
  }
  if (message.buttons?.length) bubble.append(buttons(message, onPress));
  log.append(bubble);
  bubble.scrollIntoView({ block: "end" });
  return bubble;
}

/** Put a remark under a message, in place of the one before; with a label, a button to act on it. */
export function remark(bubble, text, label, onClick) {
  bubble.querySelector(".remark")?.remove();
  if (!text) return;
  const note = make("p", { className: "remark", textContent: text, role: "status" });
  if (label) note.append(" ", make("button", { type: "button", textContent: label, onclick: onClick }));
  bubble.append(note);
  note.scrollIntoView({ block: "end" });
}

export const clear = () => log.replaceChildren();
