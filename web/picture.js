// A picture, large. The dialog is the browser's own: Esc closes it, and the focus goes back.

const dialog = document.getElementById("large");

/** Show an image of the conversation as large as the window. */
export function enlarge(image) {
  Object.assign(dialog.querySelector("img"), { src: image.src, alt: image.alt });
  dialog.showModal();
}

dialog.onclick = (event) => event.target === dialog && dialog.close(); // beside the picture
