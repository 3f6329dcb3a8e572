// What a person does to a field, as the events of a browser.

window.settled = () => new Promise((done) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = () => setTimeout(done, 4);
  channel.port2.postMessage("");
});

/** When what follows from what was typed is on the page and known to it. */
window.painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => requestAnimationFrame(() => setTimeout(done)))));

window.write = (input, text) => {
  input.focus();
  const kind = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
};

window.typeInto = (input, text) => {
  write(input, text);
  input.dispatchEvent(new Event("change", { bubbles: true }));
  input.blur();
};

window.press = (element) => {
  element.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
  element.dispatchEvent(new MouseEvent("mouseup", { bubbles: true, cancelable: true }));
  element.click();
};

/** The wanted answer that stands at a path such as ["flows", 0, "from"]; undefined when the question is left alone. */
window.wanted = (want, path) => path.reduce((within, step) => within?.[step], want);
