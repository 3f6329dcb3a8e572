// Tells people two minutes before that they will be signed out, and lets them stay (WCAG 2.2.1).

const ending = document.getElementById("_ending");
const [soon, over] = ending.querySelectorAll("p");
const SECONDS = Number(ending.dataset.seconds);
const BEFORE = 120;
// All tabs have one session.
const tabs = new BroadcastChannel("session");

let warning;
let end;
let before;

document.addEventListener("focusin", (event) => {
  if (!ending.contains(event.target)) {
    before = event.target;
  }
});

function show(which) {
  soon.hidden = which !== soon;
  over.hidden = which !== over;
  ending.hidden = !which;
}

function begin() {
  clearTimeout(warning);
  clearTimeout(end);
  show();
  warning = setTimeout(() => show(soon), (SECONDS - BEFORE) * 1000);
  end = setTimeout(() => show(over), SECONDS * 1000);
}

function asked() {
  tabs.postMessage("asked");
  begin();
}

tabs.addEventListener("message", begin);
addEventListener("kept", asked);
soon.querySelector("button").addEventListener("click", async () => {
  const answer = await fetch(location.pathname, { redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    show(over);
  } else {
    asked();
    before?.focus();
  }
});
asked();
