"use strict";
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const claims = new Map(all("li[data-kind]").map((item) => [item.id.slice(1), item]));
const marks = all(".mark");
const list = document.getElementById("claims");
const status = document.getElementById("count");
const numbers = (mark) => mark.dataset.claims.split(" ");
const shown = (number) => !claims.get(number).hidden;

function count() {
  const visible = [...claims.values()].filter((item) => !item.hidden).length;
  const total = claims.size;
  return visible === total ? `${total} claims` : `${visible} of ${total} claims`;
}

function runs(numbers) {
  const rows = [];
  for (const number of numbers) {
    const last = rows.at(-1);
    if (last && last.at(-1) + 1 === number) last.push(number);
    else rows.push([number]);
  }
  return rows.map((row) => (row.length > 2 ? `${row[0]}–${row.at(-1)}` : row.join("\u00a0"))).join("\u00a0");
}

function paint(mark) {
  const visible = numbers(mark).filter(shown);
  const kinds = new Set(visible.map((number) => claims.get(number).dataset.kind));
  const said = kinds.delete("utterances");
  const kind = kinds.size > 1 ? "several" : [...kinds][0] || (said ? "utterances" : "off");
  mark.className = `mark ${kind}${said ? " said" : ""}`;
  const starts = (mark.dataset.all || "").split(" ").filter((number) => number && shown(number));
  if (starts.length) mark.dataset.starts = runs(starts.map(Number));
  else delete mark.dataset.starts;
  if (visible.length) mark.href = `#c${visible[0]}`;
  else mark.removeAttribute("href");
}

function reachable(current) {
  const live = marks.filter((mark) => mark.href);
  for (const mark of marks) mark.tabIndex = -1;
  const one = live.includes(current) ? current : live[0];
  if (one) one.tabIndex = 0;
}

function clear() {
  list.classList.remove("only");
  for (const each of all(".chosen")) each.classList.remove("chosen");
  for (const each of all("[aria-current]")) each.removeAttribute("aria-current");
}

function filter() {
  const wanted = (name) => new Set(all(`input[name=${name}]:checked`).map((box) => box.value));
  const kinds = wanted("kind");
  const voices = wanted("voice");
  clear();
  for (const item of claims.values()) item.hidden = !(kinds.has(item.dataset.kind) && voices.has(item.dataset.voice));
  for (const group of all(".kind, .voice")) group.hidden = !all("li[data-kind]", group).some((item) => !item.hidden);
  for (const set of all("fieldset")) {
    set.querySelector(".switch").textContent = set.querySelector("input:checked") ? "None of these" : "All of these";
  }
  marks.forEach(paint);
  reachable();
  status.textContent = count();
}

function choose(chosen, target) {
  for (const number of chosen) {
    const item = claims.get(number);
    item.classList.add("chosen");
    item.querySelector(".claim").setAttribute("aria-current", "true");
  }
  for (const mark of marks) {
    if (numbers(mark).some((number) => chosen.includes(number))) mark.classList.add("chosen");
  }
  status.textContent = `${count()}; ${chosen.length} chosen`;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
}

document.addEventListener("click", (event) => {
  const mark = event.target.closest(".mark[href]");
  const claim = event.target.closest(".claim");
  if (!mark && !claim) return;
  event.preventDefault();
  if (mark) {
    reachable(mark);
    const chosen = numbers(mark).filter(shown);
    clear();
    list.classList.add("only");
    choose(chosen, claims.get(chosen[0]).querySelector(".claim"));
  } else {
    const number = claim.parentElement.id.slice(1);
    const first = marks.find((each) => numbers(each).includes(number));
    reachable(first);
    clear();
    choose([number], first);
  }
});

document.getElementById("again").addEventListener("click", () => {
  clear();
  status.textContent = count();
  document.getElementById("claims-heading").scrollIntoView({ block: "nearest" });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    clear();
    status.textContent = count();
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const live = marks.filter((mark) => mark.href);
  const at = live.indexOf(document.activeElement);
  if (!step || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  const next = live[Math.min(Math.max(at + step, 0), live.length - 1)];
  reachable(next);
  next.focus();
});

for (const set of all("fieldset")) {
  set.querySelector(".switch").addEventListener("click", () => {
    const none = !set.querySelector("input:checked");
    for (const box of all("input", set)) box.checked = none;
    filter();
  });
  set.addEventListener("change", filter);
}

const theme = document.getElementById("theme");
const dark = () => (document.documentElement.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const label = () => { theme.textContent = dark() ? "Light page" : "Dark page"; };
theme.addEventListener("click", () => {
  document.documentElement.dataset.theme = dark() ? "light" : "dark";
  label();
});
label();
for (const each of all(".needs-script")) each.hidden = false;
reachable();
