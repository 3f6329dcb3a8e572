// Fills a form in the viewer that Tasklist has in its bundle, and hands it in as Tasklist does.

(() => {
  let requireModule;
  self.webpackChunkcamunda_bpm_webapp.push([["forms-in-browser"], {}, (given) => (requireModule = given)]);
  const viewer = Object.keys(requireModule.m).find((id) => requireModule.m[id].toString().includes(".createForm=function"));
  const { Form } = requireModule(viewer);
  const kinds = new Map();
  let form;

  window.openForm = async (schema, shown) => {
    form?.destroy();
    kinds.clear();
    const learn = (parent) =>
      (parent.components ?? []).forEach((field) => {
        kinds.set(field.id, field);
        learn(field);
      });
    learn(schema);
    document.body.innerHTML = '<div id="viewer"></div>';
    form = new Form({ container: document.getElementById("viewer") });
    await form.importSchema(schema, structuredClone(shown));
    await painted();
    window.shown = shown;
  };

  window.fillForm = async (want) => {
    const done = new Set();
    let quiet = 0;
    for (let pass = 0; pass < 15; pass++) {
      const rows = await fillRows(want);
      const open = form.get("formFieldInstanceRegistry").getAllKeyed().filter((one) => !done.has(one.instanceId));
      let filled = 0;
      for (const one of open) {
        const answer = wanted(want, one.valuePath);
        const field = kinds.get(one.id);
        const element = container(one);
        if (answer !== undefined && !field.readonly && element) {
          await fillField(field, one, element, answer);
          filled++;
          done.add(one.instanceId);
        }
      }
      await painted();
      quiet = rows || filled ? 0 : quiet + 1;
      if (quiet === 2) {
        return;
      }
    }
    throw new Error("The form changes for ever");
  };

  window.handIn = () => {
    const handed = form.submit().data;
    const variables = {};
    for (const [name, value] of Object.entries(handed)) {
      variables[name] = value !== null && typeof value === "object" ? { type: "Json", value: JSON.stringify(value) } : { value };
    }
    return JSON.stringify(variables);
  };

  function container(one) {
    const input = [...document.querySelectorAll("#viewer [id]")].find(
      (element) => element.id.endsWith(`-${one.instanceId}`) || element.id.endsWith(`-${one.instanceId}-0`) || element.id.endsWith(`-${one.instanceId}-date`),
    );
    return input?.closest(".fjs-form-field");
  }

  async function fillRows(want) {
    let changed = false;
    for (const list of document.querySelectorAll("#viewer .fjs-form-field-dynamiclist")) {
      const label = list.querySelector(":scope > label, :scope > .fjs-form-field-label")?.textContent;
      const field = [...kinds.values()].find((one) => one.type === "dynamiclist" && one.label === label);
      const rows = wanted(want, [field.path]);
      if (rows === undefined) {
        continue;
      }
      const now = () => list.querySelectorAll(".fjs-repeat-row-container").length;
      while (now() > rows.length) {
        press(list.querySelectorAll(".fjs-repeat-row-remove")[want.removed ?? 0]);
        await settled();
        changed = true;
      }
      while (now() < rows.length) {
        press(list.querySelector(".fjs-repeat-render-add"));
        await settled();
        changed = true;
      }
    }
    return changed;
  }

  function options(field) {
    const named = field.valuesKey ?? field.valuesExpression?.replace(/^=\s*/, "");
    return named ? (window.shown[named] ?? []) : field.values;
  }

  async function fillField(field, one, element, answer) {
    const all = ["radio", "select", "checklist", "taglist"].includes(field.type) ? options(field) : [];
    const place = (value) => all.findIndex((option) => option.value === value);
    if (field.type === "checkbox") {
      const box = element.querySelector("input");
      if (box.checked !== answer) {
        press(box);
      }
    } else if (field.type === "radio") {
      if (place(answer) >= 0) {
        press(element.querySelectorAll("input")[place(answer)]);
      }
    } else if (field.type === "checklist") {
      for (const [index, box] of [...element.querySelectorAll("input")].entries()) {
        if (box.checked !== answer.includes(all[index].value)) {
          press(element.querySelectorAll("input")[index]);
          await settled();
        }
      }
    } else if (field.type === "select") {
      await choose(element, all[place(answer)]);
    } else if (field.type === "taglist") {
      await tag(element, all, answer);
    } else if (field.type === "datetime") {
      const [year, month, day] = answer.split("-");
      const input = element.querySelector("input");
      typeInto(input, answer ? `${day}/${month}/${year}` : "");
      input.focus();
      input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 13, bubbles: true }));
      input.blur();
    } else {
      typeInto(element.querySelector("input, textarea"), answer);
      if (field.type === "number") {
        await taken(one, answer);
      }
      return;
    }
    await settled();
  }

  // form-js waits for more keys before it takes a number.
  async function taken(one, answer) {
    const number = answer === "" ? null : Number(answer);
    const start = performance.now();
    while ((wanted(form._getState().data, one.valuePath) ?? null) !== number) {
      if (performance.now() - start > 20_000) {
        throw new Error(`${one.id} does not take ${answer}`);
      }
      await settled();
    }
  }

  async function choose(element, option) {
    if (!option) {
      const cross = element.querySelector(".fjs-select-cross");
      if (cross) {
        press(cross);
      }
      return;
    }
    await pick(element, element.querySelector(".fjs-input-group"), option.label);
  }

  async function tag(element, all, answer) {
    const label = (value) => all.find((option) => option.value === value).label;
    const unwanted = () => [...element.querySelectorAll(".fjs-taglist-tag")].find(
      (one) => !answer.map(label).includes(one.querySelector(".fjs-taglist-tag-label").textContent),
    );
    for (let one = unwanted(); one; one = unwanted()) {
      press(one.querySelector(".fjs-taglist-tag-remove"));
      await settled();
    }
    for (const value of answer) {
      const there = [...element.querySelectorAll(".fjs-taglist-tag-label")].map((one) => one.textContent);
      if (!there.includes(label(value))) {
        await pick(element, element.querySelector("input"), label(value));
      }
    }
  }

  async function pick(element, opener, label) {
    const input = opener.querySelector("input") ?? opener;
    input.focus();
    await settled();
    if (!element.querySelector(".fjs-dropdownlist-item")) {
      // One that was used before opens only when it is left and entered again.
      input.blur();
      await painted();
      input.focus();
      await painted();
    }
    const search = opener.querySelector("input.fjs-input");
    if (search) {
      write(search, label);
    }
    await settled();
    const item = [...element.querySelectorAll(".fjs-dropdownlist-item")].find((one) => one.textContent.trim() === label.trim());
    if (!item) {
      throw new Error(`No option “${label}” in ${element.textContent}`);
    }
    item.dispatchEvent(new MouseEvent("mouseenter", { bubbles: false }));
    press(item);
    await settled();
    document.activeElement?.blur?.();
    await settled();
  }
})();
