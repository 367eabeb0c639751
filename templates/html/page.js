"use strict";
(() => {
  const root = document.documentElement;
  const all = JSON.parse(document.getElementById("data-asal").textContent);
  const box = document.getElementById("asal");
  let shown = null;

  // What a number is, how it is computed, of what, and where it stands in results.json.
  const fill = (number) => {
    const path = number.dataset.asal;
    const origin = all.angka[path];
    box.replaceChildren();
    const line = (tag, text) => {
      const element = document.createElement(tag);
      element.textContent = text;
      box.append(element);
      return element;
    };
    if (origin) {
      line("b", origin.a);
      if (origin.r) line("div", origin.l + " = " + origin.r);
      if (origin.d.length) line("div", all.kata.dari + " " + origin.d.map(([symbol, value]) => symbol + " " + value).join("; "));
    }
    const place = line("div", all.kata.hasil + ": ");
    const code = document.createElement("code");
    code.textContent = path;
    place.append(code);
  };

  const show = (number) => {
    if (shown === number) return;
    hide();
    shown = number;
    fill(number);
    box.hidden = false;
    number.setAttribute("aria-describedby", "asal");
    const at = number.getBoundingClientRect();
    const width = box.offsetWidth;
    const height = box.offsetHeight;
    const left = Math.min(Math.max(8, at.left), window.innerWidth - width - 8);
    const below = at.bottom + 6;
    box.style.left = Math.max(8, left) + "px";
    box.style.top = (below + height > window.innerHeight ? Math.max(8, at.top - height - 6) : below) + "px";
  };
  const hide = () => {
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  };
  const numberAt = (event) => (event.target instanceof Element ? event.target.closest(".angka") : null);

  // One stop of the Tab key a paragraph or table; the arrow keys go from number to number inside it.
  const groups = new Map();
  for (const number of document.querySelectorAll("main .angka")) {
    const group = number.closest("figure, p, li, h2, h3, h4") || number.parentElement;
    if (!groups.has(group)) groups.set(group, []);
    const members = groups.get(group);
    number.tabIndex = members.length ? -1 : 0;
    members.push(number);
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const number = numberAt(event);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!number || !step) return;
    const members = [...groups.values()].find((members) => members.includes(number));
    const next = members && members[members.indexOf(number) + step];
    if (!next) return;
    event.preventDefault();
    number.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  document.addEventListener("pointerover", (event) => {
    const number = numberAt(event);
    if (number) show(number);
    else if (event.pointerType === "mouse" && document.activeElement !== shown) hide();
  });
  document.addEventListener("click", (event) => {
    const number = numberAt(event);
    if (number) show(number);
    else hide();
  });
  document.addEventListener("focusin", (event) => {
    const number = numberAt(event);
    if (number) show(number);
    else hide();
  });
  window.addEventListener("scroll", hide, { passive: true });

  // Light or dark: as the system says, until the reader chooses.
  const dark = () => (root.dataset.tema ? root.dataset.tema === "gelap" : matchMedia("(prefers-color-scheme: dark)").matches);
  document.getElementById("tema").addEventListener("click", () => {
    root.dataset.tema = dark() ? "terang" : "gelap";
  });

  // On a narrow screen the contents begin closed, and close when a link is followed.
  const contents = document.getElementById("daftar");
  const narrow = matchMedia("(max-width: 60rem)");
  if (narrow.matches) contents.open = false;
  contents.addEventListener("click", (event) => {
    if (narrow.matches && event.target instanceof Element && event.target.closest("a")) contents.open = false;
  });

  // The section being read is marked in the contents.
  const links = new Map();
  for (const link of document.querySelectorAll("nav a[href^='#bagian']")) links.set(decodeURIComponent(link.hash.slice(1)), link);
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (!link || !entry.isIntersecting) continue;
      document.querySelectorAll("nav a[aria-current]").forEach((other) => other.removeAttribute("aria-current"));
      link.setAttribute("aria-current", "true");
    }
  }, { rootMargin: "0px 0px -70% 0px" });
  document.querySelectorAll("main h2, main h3").forEach((heading) => seen.observe(heading));
})();
