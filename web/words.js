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
    attach: "添加文件",
    again: "再发一次",
    log: "对话",
    person: "您说",
    bot: "助手说",
    first: "可以这样说，点一下就填好，改了再发：",
    table: "表格",
    picture: "图片",
    enlarge: "放大图片",
    close: "关闭",
    typing: "助手正在回复…",
    uploading: "正在上传…",
    connecting: "连接断开了，正在重新发送…",
    offline: "连接断开了，恢复后会自动接上。",
  },
  en: {
    welcome: "Please sign in with the code that an administrator gave you. It works once.",
    code: "Code",
    enter: "Sign in",
    leave: "Sign out",
    say: "Message",
    hint: "Say something, such as: I visited Huadong yesterday",
    send: "Send",
    attach: "Add files",
    again: "Send again",
    log: "Conversation",
    person: "You",
    bot: "Assistant",
    first: "You can say, for example (a tap fills it in, for you to change and send):",
    table: "Table",
    picture: "Picture",
    enlarge: "Enlarge the picture",
    close: "Close",
    typing: "The assistant is answering…",
    uploading: "Uploading…",
    connecting: "The connection is lost; sending again…",
    offline: "The connection is lost. It comes back by itself.",
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
  for (const element of document.querySelectorAll("[data-label]")) {
    element.ariaLabel = word(element.dataset.label);
  }
}
