// Review by keyboard. Without it the page works by its forms.
"use strict";
(() => {
  const items = [...document.querySelectorAll("[data-finding]")];
  const help = document.querySelector("[data-help]");
  const left = document.querySelector("[data-left]");
  let current = Math.max(0, items.findIndex((item) => "#" + item.id === location.hash));
  const waits = (item) => item.dataset.state === "open" || item.dataset.state === "second";

  function show(index, { focus = true } = {}) {
    items[current]?.classList.remove("current");
    current = Math.min(Math.max(index, 0), items.length - 1);
    const item = items[current];
    if (!item) return;
    item.classList.add("current");
    if (focus) item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
    const marks = document.querySelectorAll(`mark[data-findings~="${item.dataset.finding}"]`);
    marks.forEach((mark) => mark.classList.add("lit"));
    marks[0]?.scrollIntoView({ block: "center" });
  }

  function next() {
    const after = items.findIndex((item, at) => at > current && waits(item));
    const any = after >= 0 ? after : items.findIndex(waits);
    if (any >= 0) show(any);
  }

  async function judge(form, verdict) {
    const item = form.closest("[data-finding]");
    const data = new FormData(form);
    data.set("verdict", verdict);
    const problem = form.querySelector("[data-problem]");
    let answer, response;
    try {
      response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
      answer = await response.json();
    } catch {
      problem.textContent = "The server did not answer. Nothing is lost: try again.";
      return;
    }
    problem.textContent = answer.problem || "";
    form.elements.seen.value = answer.version;
    item.dataset.state = answer.state;
    item.className = `finding ${answer.state} current`;
    const label = item.querySelector("[data-label]");
    label.textContent = answer.label;
    label.className = `tag ${answer.state}`;
    left.textContent = items.filter(waits).length;
    if (response.ok) next();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-judge]");
    if (!form || !event.submitter) return;
    event.preventDefault();
    judge(form, event.submitter.value);
  });

  function propose() {
    const selection = getSelection();
    const box = document.querySelector("[data-propose]");
    if (!box || selection.isCollapsed) return;
    const at = (node, offset) => {
      const run = (node.nodeType === 3 ? node.parentElement : node).closest("[data-start]");
      if (!run) return null;
      const range = document.createRange();
      range.selectNodeContents(run);
      range.setEnd(node, offset);
      return Number(run.dataset.start) + [...range.toString()].length;
    };
    const range = selection.getRangeAt(0);
    const start = at(range.startContainer, range.startOffset);
    const end = at(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    const form = box.querySelector("form");
    box.open = true;
    form.elements.start.value = start;
    form.elements.end.value = end;
    form.elements.text.value = range.toString();
    form.elements.note.focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=hidden]), textarea, select, dialog[open]")) return;
    const form = items[current]?.querySelector("[data-judge]");
    const keys = {
      j: () => show(current + 1),
      k: () => show(current - 1),
      n: next,
      a: () => form && judge(form, "accept"),
      r: () => form && judge(form, "reject"),
      u: () => form && judge(form, "unsure"),
      c: () => {
        const box = items[current]?.querySelector("[data-correct]");
        if (box) { box.open = true; box.querySelector("select, input")?.focus(); }
      },
      m: propose,
      "?": () => help.showModal(),
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  items.forEach((item, at) => item.addEventListener("click", () => at !== current && show(at, { focus: false })));
  if (items.length) { if (location.hash) show(current); else { current = -1; next(); if (current < 0) show(0); } }
})();
