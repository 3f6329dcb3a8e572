// Makes a form's page live: saves what is typed, shows the questions that follow, counts characters. Without it all works by buttons.

// A question may be called as something that a form has, such as “action” or “elements”: scripts would find its field there.
const main = document.querySelector("main");
const form = document.getElementById("_form");
const saved = document.getElementById("_saved");
const address = saved.dataset.keep;
const QUIET = 1500;
const RETRY = 5000;
const LONGEST = 15000;
// More than this, in bytes, no browser sends while it leaves a page; in milliseconds, how long it may be on its way.
const MOST_ON_LEAVING = 60_000;
const ON_ITS_WAY = 5000;
// Tells what this page sent from what others did, and what it sent first from what it sent last.
const PAGE = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
const LEFT = `left:${address}`;

let timer;
let running;
let sending = false;
let stopped = false;
let signedOut = false;
let failed = false;
let renewed = false;
let changed = 0;
let kept = 0;

function typed() {
  const all = new URLSearchParams(new FormData(form));
  all.set("_page", PAGE);
  all.set("_turn", changed);
  return all;
}

async function anew() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, signal: AbortSignal.timeout(LONGEST) });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

function say(words, wrong) {
  if (saved.textContent !== words) {
    saved.textContent = words;
  }
  saved.classList.toggle("sj-saved--wrong", Boolean(wrong));
}

async function keep() {
  if (stopped) {
    return;
  }
  const turn = changed;
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: typed(),
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(LONGEST),
    });
    if (answer.ok) {
      dispatchEvent(new Event("kept"));
      const now = await answer.json();
      renewed = false;
      failed = false;
      kept = turn;
      main.querySelector('input[name="_draft"]').value = now.revision;
      say(now.saved);
      if (turn === changed) {
        show(now);
      }
    } else if (answer.status === 409) {
      stopped = true;
      say((await answer.json()).message, true);
    } else if (answer.status === 413) {
      // Trying again helps nobody before something is shorter.
      failed = true;
      say(saved.dataset.tooMuch, true);
    } else if (answer.status === 401 || answer.status === 403) {
      signedOut = !(await signedInAgain());
      if (signedOut) {
        say(saved.dataset.signedOut, true);
      }
      // A second refusal has another cause.
      later(signedOut || renewed ? RETRY : 0);
      renewed = !signedOut;
    } else {
      retry();
    }
  } catch {
    retry();
  }
}

function retry() {
  failed = true;
  say(saved.dataset.notSaved, true);
  later(RETRY);
}

// Whoever signed in again in another tab has a new token against forged requests; nobody else may go on with what was typed here.
async function signedInAgain() {
  const who = (page) => page.querySelector(".sj-header__account strong")?.textContent;
  const page = await anew();
  const token = page.querySelector('input[name="_csrf"]')?.value;
  if (!token || who(page) !== who(document)) {
    return false;
  }
  for (const field of document.querySelectorAll('input[name="_csrf"]')) {
    field.value = token;
  }
  return true;
}

function show(now) {
  for (const [id, hidden] of Object.entries(now.hidden)) {
    for (const part of [document.getElementById(`${id}--part`), document.getElementById(`${id}--link`)]) {
      if (part) {
        part.hidden = hidden;
      }
    }
  }
  for (const [id, html] of Object.entries(now.texts)) {
    const part = document.getElementById(`${id}--part`);
    if (part && part.dataset.html !== html) {
      part.dataset.html = html;
      part.innerHTML = html;
    }
  }
}

function later(pause) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    running = (running ?? Promise.resolve()).then(keep);
    const mine = running;
    mine.finally(() => {
      if (running === mine) {
        running = undefined;
      }
    });
  }, pause);
}

// Whoever leaves the page before it was saved loses nothing: the browser sends it while it goes on.
function leave() {
  if (changed !== kept && !stopped && !signedOut && !sending && navigator.sendBeacon(address, typed())) {
    sessionStorage.setItem(LEFT, `${PAGE} ${changed}`);
    kept = changed;
    clearTimeout(timer);
  }
}

// Whoever comes back at once may get the page as it was before that arrived.
async function arrive() {
  const left = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  if (!left || saved.dataset.writer === left) {
    return;
  }
  const until = performance.now() + ON_ITS_WAY;
  main.inert = true;
  try {
    while (performance.now() < until) {
      if ((await anew()).getElementById("_saved")?.dataset.writer === left) {
        location.reload();
        return;
      }
      await new Promise((on) => setTimeout(on, 200));
    }
  } catch {
    // Without a connection nothing is on its way.
  }
  main.inert = false;
}

// What cannot be sent on leaving would be lost: the browser asks whether to leave.
window.addEventListener("beforeunload", (event) => {
  const lost = stopped || signedOut || failed || typed().toString().length > MOST_ON_LEAVING;
  if (changed !== kept && !sending && lost) {
    event.preventDefault();
  }
});

main.addEventListener("input", () => {
  changed++;
  later(QUIET);
});
main.addEventListener("change", (event) => {
  changed++;
  later(event.target.matches("textarea, [type=text]") ? QUIET : 0);
});
// Without a script it shows the questions that follow; here they are shown already.
main.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.matches("input[type=text], input:not([type])")) {
    event.preventDefault();
  }
});
main.addEventListener("submit", (event) => {
  if (event.target !== form) {
    return;
  }
  clearTimeout(timer);
  if (sending) {
    event.preventDefault();
    return;
  }
  if (signedOut) {
    event.preventDefault();
    later(0);
    return;
  }
  // What is being saved now would be newer than what this page knows of its draft.
  if (running) {
    event.preventDefault();
    const pressed = event.submitter;
    running.then(() => HTMLFormElement.prototype.requestSubmit.call(form, pressed));
    return;
  }
  sending = true;
  setTimeout(() => (sending = false), 5000);
});
window.addEventListener("pagehide", leave);
window.addEventListener("pageshow", (event) => {
  sending = false;
  if (event.persisted && sessionStorage.getItem(LEFT)) {
    location.reload();
  }
});
arrive();

for (const field of main.querySelectorAll("[data-most]")) {
  const most = Number(field.dataset.most);
  const left = document.createElement("p");
  left.className = "govuk-hint sj-left";
  left.setAttribute("aria-live", "polite");
  field.closest(".govuk-form-group").append(left);
  const count = () => {
    const rest = most - field.value.length;
    const near = field.value.length > most * 0.8;
    left.textContent = !near ? "" : rest < 0 ? `${-rest} characters too many` : `${rest} characters left`;
    left.classList.toggle("govuk-error-message", rest < 0);
  };
  field.addEventListener("input", count);
  count();
}

for (const list of main.querySelectorAll("[data-filter]")) {
  const search = document.createElement("input");
  search.type = "search";
  search.className = "govuk-input sj-choices__search";
  search.setAttribute("aria-label", `Search in: ${list.dataset.filter}`);
  search.autocomplete = "off";
  const items = [...list.querySelectorAll(".govuk-checkboxes__item")];
  const all = document.createElement("button");
  all.type = "button";
  all.className = "sj-as-link";
  all.textContent = `Show all ${items.length}`;
  all.setAttribute("aria-label", `Show all ${items.length}: ${list.dataset.filter}`);
  const told = Object.assign(document.createElement("p"), { className: "govuk-hint" });
  told.setAttribute("role", "status");
  // What is chosen and what is found: nobody has to pass all the others.
  const narrow = () => {
    const words = search.value.trim().toLowerCase();
    for (const item of items) {
      const found = words ? item.textContent.toLowerCase().includes(words) : all.hidden;
      item.hidden = !found && !item.querySelector("input").checked;
    }
    const count = items.filter((item) => item.textContent.toLowerCase().includes(words)).length;
    told.textContent = words ? `${count || "None"} found` : "";
    list.hidden = items.every((item) => item.hidden);
  };
  search.addEventListener("input", (event) => {
    event.stopPropagation();
    narrow();
  });
  all.addEventListener("click", () => {
    all.hidden = true;
    search.value = "";
    narrow();
    items[0]?.querySelector("input").focus();
  });
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
  list.before(search, all, told);
  narrow();
  // What leads to the first choice leads to where one finds it.
  const first = items[0]?.querySelector("input");
  if (first && items[0].hidden) {
    search.id = `${first.id}-search`;
    for (const link of document.querySelectorAll(`a[href="#${first.id}"]`)) {
      link.href = `#${search.id}`;
    }
    if (location.hash === `#${first.id}`) {
      search.focus();
    }
  }
}

// A long list of choices is searched by typing. The list itself stays, unseen, and holds the answer.
function load(tag, address) {
  return new Promise((loaded, failed) => {
    const element = Object.assign(document.createElement(tag), address);
    element.onload = loaded;
    element.onerror = failed;
    document.head.append(element);
  });
}

function escaped(words) {
  const text = document.createElement("span");
  text.textContent = words ?? "";
  return text.innerHTML;
}

function searchable(select) {
  const describedBy = select.getAttribute("aria-describedby");
  const choice = (words) => [...select.options].find((option) => option.value && option.textContent.trim() === words.trim());
  const choose = (words) => {
    const value = choice(words)?.value ?? "";
    if (select.value !== value) {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  const id = select.id;
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: "",
    autoselect: false,
    showAllValues: true,
    displayMenu: "overlay",
    source: (query, show) => {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const all = [...select.options].filter((option) => option.value).map((option) => option.textContent.trim());
      // What was chosen before hides none of the others.
      const chosen = choice(query)?.textContent.trim();
      const others = all.filter((one) => one !== chosen && (chosen || words.every((word) => one.toLowerCase().includes(word))));
      show(chosen ? [chosen, ...others] : others);
    },
    // Whoever looks at the choices and goes on has chosen nothing.
    confirmOnBlur: false,
    templates: { inputValue: (words) => words, suggestion: escaped },
    onConfirm: (words) => words !== undefined && choose(words),
    tNoResults: () => "Nothing found",
  });
  const input = document.getElementById(id);
  const wrapper = input.closest(".autocomplete__wrapper");
  const noChoice = Object.assign(document.createElement("p"), { id: `${id}-no-choice`, className: "govuk-error-message" });
  noChoice.setAttribute("role", "alert");
  wrapper.parentElement.before(noChoice);
  const describe = () => {
    const before = [describedBy, noChoice.textContent && noChoice.id].filter(Boolean);
    const own = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== noChoice.id && !before.includes(one));
    const all = describedBy || before.length > 0 ? [...before, ...(describedBy ? own : [])] : own;
    if (all.length > 0) {
      input.setAttribute("aria-describedby", all.join(" "));
    } else {
      input.removeAttribute("aria-describedby");
    }
  };
  // Whoever types something else and goes on would never know that nothing was chosen.
  const tell = (words) => {
    const text = words && `“${words}” is not in this list. Choose from the list, or leave the field empty.`;
    if (noChoice.textContent !== text) {
      noChoice.textContent = text;
      noChoice.hidden = !text;
      input.setAttribute("aria-invalid", String(Boolean(text)));
      input.classList.toggle("govuk-input--error", Boolean(text));
      describe();
    }
  };
  tell("");
  noChoice.hidden = true;
  wrapper.addEventListener("focusout", () =>
    setTimeout(() => {
      if (!wrapper.contains(document.activeElement)) {
        tell(choice(input.value) ? "" : input.value.trim());
      }
    }, 200),
  );
  select.addEventListener("change", () => select.value && tell(""));
  describe();
  input.addEventListener("focus", () => setTimeout(describe, 0));
  wrapper.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target !== input) {
      setTimeout(() => input.focus(), 0);
    }
  });
  // What is no choice is none, also when something was chosen before.
  input.addEventListener("input", () => {
    choose(input.value);
    tell("");
  });
}

const long = main.querySelectorAll("select[data-search]");
if (long.length > 0) {
  Promise.all([
    load("script", { src: `${saved.dataset.library}accessible-autocomplete.min.js` }),
    load("link", { rel: "stylesheet", href: `${saved.dataset.library}accessible-autocomplete.min.css` }),
  ]).then(
    () => long.forEach(searchable),
    () => {},
  );
}

document.documentElement.classList.add("sj-live");
document.getElementById("_problems")?.focus();
