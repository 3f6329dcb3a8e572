// Fills the page of a form as it stands, and returns what a browser would send.

window.fillPage = (html, want) => {
  document.body.innerHTML = `<form id="form">${html}</form>`;
  const form = document.getElementById("form");
  const seen = (element) => !element.closest("[hidden]");
  for (const input of [...form.elements].filter((one) => one.name && one.type !== "hidden" && one.type !== "submit")) {
    const path = input.name.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    const part = ["day", "month", "year"].includes(path.at(-1)) && input.closest(".govuk-date-input") ? path.pop() : null;
    const answer = wanted(want, path);
    if (answer === undefined || !seen(input)) {
      continue;
    }
    if (part) {
      const [year, month, day] = answer.split("-");
      typeInto(input, answer ? { day, month, year }[part] : "");
    } else if (input.type === "radio") {
      if (input.value === answer) {
        input.click();
      }
    } else if (input.type === "checkbox") {
      if (input.checked !== (Array.isArray(answer) ? answer.includes(input.value) : answer)) {
        input.click();
      }
    } else if (input instanceof HTMLSelectElement) {
      input.value = [...input.options].some((option) => option.value === answer) ? answer : "";
      input.dispatchEvent(new Event("change", { bubbles: true }));
    } else {
      typeInto(input, answer);
    }
  }
  return [...new URLSearchParams(new FormData(form))];
};
