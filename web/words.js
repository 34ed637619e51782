// What the page itself says, in both languages; everything else comes from the assistant.

const WORDS = {
  zh: {
    welcome: "请用登录码登录。登录码由管理员发给您，只能用一次。",
    code: "登录码",
    enter: "登录",
    leave: "退出",
    say: "消息",
    hint: "说一句话，例如：昨天拜访了华东机电",
    send: "发送",
    again: "再发一次",
    connecting: "连接断开了，正在重新发送…",
  },
  en: {
    welcome: "Please sign in with the code that an administrator gave you. It works once.",
    code: "Code",
    enter: "Sign in",
    leave: "Sign out",
    say: "Message",
    hint: "Say something, such as: I visited Huadong yesterday",
    send: "Send",
    again: "Send again",
    connecting: "The connection is lost; sending again…",
  },
};

let language = navigator.language.startsWith("zh") ? "zh" : "en";

export const word = (key) => WORDS[language][key];

/** Write the page in a language; without one, in the browser's. */
export function speak(chosen = language) {
  language = chosen;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-hint]")) {
    element.placeholder = word(element.dataset.hint);
  }
}
