// Dakehu on somebody else's page: a button that opens the chat in a frame of our own.
//
//   <script src="//OUR-ADDRESS/widget.js" async></script>
//
// The page must be of an origin that DAKEHU_WIDGET_ORIGINS names: a browser frames us on no other. It
// sees nothing of the chat, and the chat nothing of it.
(() => {
  const home = new URL(document.currentScript.src).origin;
  const chinese = (document.documentElement.lang || navigator.language).startsWith("zh");
  const words = chinese ? { open: "打开大客户助手", close: "关闭大客户助手" } : { open: "Open Dakehu", close: "Close Dakehu" };

  const look = new CSSStyleSheet();
  look.replaceSync(`
    :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; color-scheme: light dark; }
    button {
      display: block; width: 3.5rem; height: 3.5rem; margin: .5rem 0 0 auto; border: none; border-radius: 50%;
      background: #0b5cad; color: #fff; font: 1.6rem/1 system-ui, sans-serif; cursor: pointer;
      box-shadow: 0 2px 10px rgb(0 0 0 / 30%);
    }
    button:focus-visible { outline: 3px solid #0b5cad; outline-offset: 3px; }
    iframe {
      width: min(26rem, calc(100vw - 2rem)); height: min(40rem, calc(100dvh - 6.5rem)); display: block;
      border: 1px solid #8886; border-radius: .8rem; background: Canvas; box-shadow: 0 4px 24px rgb(0 0 0 / 25%);
    }
    [hidden] { display: none; }
  `);

  const frame = Object.assign(document.createElement("iframe"), { title: "Dakehu 大客户", hidden: true });
  const button = Object.assign(document.createElement("button"), { type: "button" });

  function show(open) {
    frame.hidden = !open;
    if (open && !frame.src) frame.src = `${home}/`; // nothing is loaded before somebody wants it
    button.textContent = open ? "✕" : "💬";
    button.ariaLabel = open ? words.close : words.open;
    button.ariaExpanded = String(open);
    (open ? frame : button).focus();
  }

  button.onclick = () => show(frame.hidden);
  addEventListener("message", (event) => {
    if (event.source === frame.contentWindow && event.data === "dakehu:close") show(false);
  });

  const place = document.createElement("dakehu-widget");
  const root = place.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [look];
  root.append(frame, button); // in no document yet, so nothing takes the focus
  show(false);
  const put = () => document.body.append(place);
  if (document.body) put();
  else addEventListener("DOMContentLoaded", put);
})();
