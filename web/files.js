// Files to hand over: chosen, dropped or pasted.

const chooser = document.getElementById("files");

export const choose = () => chooser.click();

/** Give each file that comes to a part of the page. */
export function receive(place, onFile) {
  const take = (event, list) => {
    if (!list?.length) return; // text that is pasted is not for us
    event.preventDefault();
    event.stopPropagation();
    [...list].forEach(onFile);
  };
  chooser.onchange = (event) => {
    take(event, chooser.files);
    chooser.value = "";
  };
  place.addEventListener("paste", (event) => take(event, event.clipboardData?.files), true);
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("dropping");
  });
  place.addEventListener("dragleave", () => place.classList.remove("dropping"));
  place.addEventListener("drop", (event) => {
    place.classList.remove("dropping");
    take(event, event.dataTransfer?.files);
  });
}
