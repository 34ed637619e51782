// Messages as elements. Text is only ever set as text: nothing that is said becomes markup.

import { address, framed } from "./api.js";
import { enlarge } from "./picture.js";
import { word } from "./words.js";

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

function table({ columns, rows }) {
  const row = (cells, tag) => make("tr", {}, ...cells.map((cell) => make(tag, { textContent: cell ?? "" })));
  const body = make("tbody", {}, ...rows.map((cells) => row(cells, "td")));
  const whole = make("table", {}, make("thead", {}, row(columns, "th")), body);
  whole.querySelectorAll("th").forEach((head) => (head.scope = "col"));
  // It scrolls on a narrow screen, by keyboard too.
  return make("div", { className: "wide", tabIndex: 0, role: "region", ariaLabel: word("table") }, whole);
}

function buttons(message, onPress) {
  const group = make("div", { className: "buttons" });
  for (const button of message.buttons) {
    const element = make("button", { type: "button", textContent: button.label });
    element.onclick = () => {
      spend(group);
      element.classList.add("pressed");
      onPress(button, message);
    };
    group.append(element);
  }
  if (message.buttons.some((button) => button.spent)) spend(group);
  return group;
}

/** Grey out the buttons of a message: one of them was used. */
export function spend(element) {
  element?.querySelectorAll(".buttons button").forEach((button) => (button.disabled = true));
  if (element?.matches(".buttons")) element.childNodes.forEach((button) => (button.disabled = true));
}

const isWeb = (url) => ["http:", "https:"].includes(new URL(url, location).protocol);

function picture(message) {
  const image = make("img", { alt: message.text || word("picture") });
  const opener = make("button", { type: "button", className: "picture", ariaLabel: word("enlarge") }, image);
  opener.onclick = () => enlarge(image);
  address(message.image).then((usable) => (image.src = usable), (problem) => opener.replaceWith(problem.message));
  return opener;
}

function file({ url, name }) {
  const link = make("a", { href: url, download: name, textContent: name });
  if (framed) {
    link.onclick = async (event) => {
      event.preventDefault();
      make("a", { href: await address(url), download: name }).click();
    };
  }
  return link;
}

/** Put what a message says into its element. */
export function fill(article, message, onPress) {
  const parts = [];
  if (message.text) parts.push(make("p", { textContent: message.text, dir: "auto" }));
  if (message.table) parts.push(table(message.table));
  if (message.image && isWeb(message.image)) parts.push(picture(message));
  if (message.file && isWeb(message.file.url)) parts.push(file(message.file));
  if (message.buttons?.length) parts.push(buttons(message, onPress));
  article.replaceChildren(...parts);
  return article;
}

/** Make an element of something said by the person or the bot. */
export function messageElement(message, sender, onPress) {
  const article = make("article", { className: sender, ariaLabel: word(sender) });
  return fill(article, message, onPress);
}

/** Put a remark under a message, in place of the one before; with a label, a button to act on it. */
export function remark(article, text, label, onClick) {
  article.querySelector(".remark")?.remove();
  if (!text) return;
  const note = make("p", { className: "remark", textContent: text, role: "status" });
  if (label) note.append(" ", make("button", { type: "button", textContent: label, onclick: onClick }));
  article.append(note);
}

/** Make an element of things that can be said; choosing one hands it over. */
export function welcomeElement(examples, onChoose) {
  const choices = examples.map((example) => {
    const choice = make("button", { type: "button", textContent: example });
    choice.onclick = () => onChoose(example);
    return make("li", {}, choice);
  });
  const section = make("section", { className: "welcome", ariaLabel: word("first") });
  section.append(make("p", { textContent: word("first") }), make("ul", {}, ...choices));
  return section;
}
