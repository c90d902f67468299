// Review by keyboard. Without it the page works by its forms.
"use strict";
(() => {
  const review = document.querySelector("[data-review]");
  const items = [...document.querySelectorAll("[data-finding]")];
  const byId = new Map(items.map((item) => [item.dataset.finding, item]));
  const help = document.querySelector("[data-help]");
  const token = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const waits = (item) => item.dataset.state === "open" || item.dataset.state === "second";
  const steps = []; // what was done here, to be taken back: the newest last
  let current = -1;
  const line = []; // what is to be sent to the server, in order
  let sending = false;
  let posting = false;
  const saving = document.querySelector("[data-saving]");
  const refused = document.querySelector("[data-refused]");
  const WORDS = {
    accept: ["accepted", "Accepted"],
    correct: ["corrected", "Accepted as corrected"],
    reject: ["rejected", "Rejected"],
    unsure: ["unsure", "Unsure"],
  };

  // Scroll an element into the view of its pane, or of the page where the panes stand one below the other.
  function bring(element, share) {
    const pane = element.closest("[data-pane]");
    const [box, own] = [pane.getBoundingClientRect(), element.getBoundingClientRect()];
    if (pane.scrollHeight <= pane.clientHeight + 1) {
      if (own.top < 0 || own.bottom > innerHeight || own.top < coveredTo()) element.scrollIntoView({ block: "nearest" });
    } else if (own.top < box.top + 8 || own.bottom > box.bottom - 8) {
      pane.scrollTop += own.top - box.top - pane.clientHeight * share;
    }
  }

  // On a narrow screen the text stands over the findings.
  function coveredTo() {
    const left = document.querySelector(".left");
    return getComputedStyle(left).position === "sticky" && left.getBoundingClientRect().top <= 0 ? left.clientHeight : 0;
  }

  function show(index, { focus = true } = {}) {
    items[current]?.classList.remove("current");
    current = Math.min(Math.max(index, 0), items.length - 1);
    const item = items[current];
    if (!item) return;
    item.classList.add("current");
    if (focus) item.focus({ preventScroll: true });
    bring(item, 0.15);
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
    const marks = document.querySelectorAll(`mark[data-findings~="${item.dataset.finding}"]`);
    marks.forEach((mark) => mark.classList.add("lit"));
    if (marks[0]) bring(marks[0], 0.3);
    // The position is kept when the page is loaded again. While it loads, the browser would scroll there by itself.
    if (document.readyState === "complete") history.replaceState(null, "", "#" + item.id);
  }

  function next(from = current) {
    const after = items.findIndex((item, at) => at > from && waits(item));
    const any = after >= 0 ? after : items.findIndex(waits);
    if (any >= 0) show(any);
  }

  function count() {
    const left = items.filter(waits).length;
    document.querySelector("[data-left]").textContent = left;
    document.querySelector("[data-progress]").value = items.length - left;
    document.querySelector("[data-done]").hidden = left > 0;
    document.querySelectorAll("[data-group]").forEach((group) => {
      const form = group.querySelector("[data-sure]");
      if (!form) return;
      const still = sureOf(group).length;
      form.querySelector("[data-sure-count]").textContent = still;
      form.hidden = still < 2;
    });
  }

  function sureOf(group) {
    const ids = [...group.querySelectorAll("[data-sure] [name=finding]")].map((input) => input.value.split(":")[0]);
    return ids.map((id) => byId.get(id)).filter((item) => item.dataset.state === "open");
  }

  const seen = (item) => item.querySelector("[data-judge]").elements.seen;

  function mark(item, state, label) {
    item.dataset.state = state;
    item.className = `finding ${state}${item === items[current] ? " current" : ""}`;
    const tag = item.querySelector("[data-label]");
    tag.textContent = label;
    tag.className = `tag ${state}`;
  }

  // Post to the server; the answer, or a sentence that says what went wrong.
  async function post(address, data) {
    data.set("csrfmiddlewaretoken", token);
    posting = true;
    try {
      const response = await fetch(address, { method: "POST", body: data, headers: { Accept: "application/json" } });
      return { ok: response.ok, ...(await response.json()) };
    } catch {
      return { ok: false, problem: "The server did not answer as it should. What you see here is what it keeps: try again." };
    } finally {
      posting = false;
    }
  }

  // Say what went wrong with a finding. Whoever has gone on meanwhile is not moved back to it: the next key would
  // judge it unseen. They are told, and may go and look.
  function problem(item, words) {
    item.querySelector("[data-problem]").textContent = words;
    if (item === items[current]) return show(current);
    refused.querySelector("a").href = "#" + item.id;
    refused.querySelector("span").textContent = words;
    refused.hidden = false;
  }

  // Judge findings. The page goes on at once; what the server refuses comes back with the reason.
  function judge(chosen, verdict, form = null) {
    const before = chosen.map((item) => [item, item.dataset.state, item.querySelector("[data-label]").textContent]);
    if (WORDS[verdict]) chosen.forEach((item) => mark(item, ...WORDS[verdict]));
    chosen.forEach((item) => { item.querySelector("[data-problem]").textContent = ""; });
    // what was typed into the form counts as it is now
    const data = verdict === "correct" ? new FormData(form) : new FormData();
    count();
    if (WORDS[verdict]) next();
    line.push({ chosen, verdict, data, before, address: form?.action });
    pump();
  }

  // Send what waits, one request after the other, so that versions are known. Judgements alike go together.
  async function pump() {
    if (sending) return;
    sending = true;
    saving.hidden = false;
    while (line.length) {
      const work = [line.shift()];
      const alike = (other) => other.verdict === work[0].verdict && other.verdict !== "correct" && !other.task;
      while (!work[0].task && line.length && alike(line[0])) work.push(line.shift());
      if (work[0].task) await work[0].task();
      else if (work.length > 1 && !(await sent(work, false))) for (const step of work) await sent([step], true);
      else if (work.length === 1) await sent(work, true);
    }
    sending = false;
    saving.hidden = true;
  }

  // Send steps in one request. Tells whether the server took them; what it refuses is shown if ``telling``.
  async function sent(steps_, telling) {
    const chosen = steps_.flatMap((step) => step.chosen);
    const data = steps_[0].data;
    data.set("verdict", steps_[0].verdict);
    let address = review.dataset.together;
    if (steps_[0].verdict === "correct") {
      data.set("seen", seen(chosen[0]).value);
      address = steps_[0].address;
    } else {
      data.delete("finding");
      chosen.forEach((item) => data.append("finding", `${item.dataset.finding}:${seen(item).value}`));
    }
    const answer = await post(address, data);
    if (!answer.ok && !telling) return false;
    if (!answer.ok) steps_.flatMap((step) => step.before).forEach(([item, state, label]) => mark(item, state, label));
    for (const [id, now] of Object.entries(answer.findings || {})) {
      if (!line.some((step) => step.chosen?.includes(byId.get(id)))) mark(byId.get(id), now.state, now.label);
      seen(byId.get(id)).value = now.version;
    }
    count();
    if (!answer.ok) problem(chosen[0], answer.problem);
    else steps_.filter((step) => step.verdict !== "undo").forEach((step) => steps.push({ judged: step.chosen }));
    return answer.ok;
  }

  // Do something after what waits was sent.
  function later(task) {
    line.push({ task });
    pump();
  }

  function belongs(answer) {
    for (const [id, words] of Object.entries(answer.belongs || {})) {
      const item = byId.get(id);
      item.querySelector("[data-belongs]").textContent = words ? `Belongs to ${words}.` : "";
      const form = item.querySelector("[data-assign]");
      if (form) form.hidden = Boolean(words);
    }
    const link = document.querySelector("[data-open-case]");
    if (!answer.open_case) return;
    link.href = answer.open_case.href;
    link.textContent = answer.open_case.words;
    link.hidden = false;
  }

  function assign(item) {
    const form = item?.querySelector("[data-assign]");
    if (!form || form.hidden) return;
    later(async () => {
      const answer = await post(form.action, new FormData(form));
      if (!answer.ok) return problem(item, answer.problem);
      item.querySelector("[data-problem]").textContent = "";
      belongs(answer);
      steps.push({ assigned: Object.keys(answer.belongs) });
    });
  }

  function undo() {
    later(async () => {
      const step = steps.pop();
      if (!step) return;
      if (step.judged) {
        judge(step.judged, "undo");
        show(items.indexOf(step.judged[0]));
        return;
      }
      const data = new FormData();
      step.assigned.forEach((id) => data.append("finding", id));
      belongs(await post(review.dataset.unassign, data));
      show(items.indexOf(byId.get(step.assigned[0])));
    });
  }

  function sure(group) {
    const chosen = group ? sureOf(group) : [];
    if (chosen.length) judge(chosen, "accept");
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const item = form.closest("[data-finding]");
    if (form.matches("[data-judge]") && event.submitter) judge([item], event.submitter.value, form);
    else if (form.matches("[data-assign]")) assign(item);
    else if (form.matches("[data-sure]")) sure(form.closest("[data-group]"));
    else return;
    event.preventDefault();
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

  function correct() {
    const box = items[current]?.querySelector("[data-correct]");
    if (!box) return;
    box.open = true;
    box.querySelector("select, input")?.focus();
  }

  const verdict = (name) => () => {
    const form = items[current]?.querySelector("[data-judge]");
    if (form) judge([items[current]], name, form);
  };
  const keys = {
    a: verdict("accept"),
    r: verdict("reject"),
    u: verdict("unsure"),
    s: () => sure(items[current]?.closest("[data-group]")),
    y: () => assign(items[current]),
    z: undo,
    c: correct,
    j: () => show(current + 1),
    k: () => show(current - 1),
    ArrowDown: () => show(current + 1),
    ArrowUp: () => show(current - 1),
    n: () => next(),
    m: propose,
    o: () => later(() => { const link = document.querySelector("[data-open-case]"); if (!link.hidden) link.click(); }),
    "?": () => help.showModal(),
  };

  const on = help.querySelector("[data-keys-on]");
  on.checked = localStorage.getItem("fingerpost-keys") !== "off";
  on.addEventListener("change", () => localStorage.setItem("fingerpost-keys", on.checked ? "on" : "off"));

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.closest("[data-correct]")) {
      event.target.closest("[data-correct]").open = false;
      return show(current);
    }
    if (event.target.closest("input:not([type=hidden]), textarea, select, dialog[open]")) return;
    if (event.key.startsWith("Arrow") && event.target.closest(".left")) return;
    if (!on.checked && event.key !== "?") return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });

  // Whoever leaves while something is still to be sent is asked whether to wait.
  addEventListener("beforeunload", (event) => { if (line.length || posting) event.preventDefault(); });

  refused.querySelector("a").addEventListener("click", (event) => {
    event.preventDefault();
    refused.hidden = true;
    show(items.findIndex((item) => "#" + item.id === refused.querySelector("a").hash));
  });
  document.querySelector("[data-keys]").hidden = false;
  document.querySelector("[data-keys]").addEventListener("click", () => help.showModal());
  items.forEach((item, at) => item.addEventListener("click", () => at !== current && show(at, { focus: false })));
  review.classList.add("by-keys");
  count();
  const start = items.findIndex((item) => "#" + item.id === location.hash);
  if (start >= 0) show(start);
  else { next(); if (current < 0) show(0); }
  addEventListener("load", () => {
    if (coveredTo() === 0) scrollTo(0, 0);
    show(current);
  });
})();
