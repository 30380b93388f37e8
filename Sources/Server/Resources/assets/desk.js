// What pages do beyond showing: entries of an article laid over its text at the place that is pointed at or reached by keys.
// Every page is whole without it.
"use strict";

(() => {
  const text = document.querySelector(".reading > .text");
  if (!text) return;

  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("role", "presentation");
  document.body.append(card);
  let shown = null;
  let timer = 0;

  /// What an entry says, without ids: those may stand once in a page.
  function copy(entry) {
    const part = document.createElement("div");
    for (const child of entry.children) part.append(child.cloneNode(true));
    for (const element of part.querySelectorAll("[id]")) element.removeAttribute("id");
    return part;
  }

  function show(mark) {
    clearTimeout(timer);
    if (shown === mark) return;
    hide();
    // The innermost stands last in the names; what it is comes first.
    const entries = mark.dataset.marks.split(" ").reverse().map((id) => document.getElementById(id)).filter(Boolean);
    const parts = [...new Set(entries)].slice(0, 3).map(copy);
    if (parts.length === 0) return;
    card.replaceChildren(...parts);
    card.hidden = false;
    shown = mark;
    mark.classList.add("lit");
    const place = mark.getBoundingClientRect();
    const width = card.offsetWidth;
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - width - 8));
    const below = place.bottom + 8;
    const isAbove = below + card.offsetHeight > window.innerHeight && place.top > card.offsetHeight + 8;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${(isAbove ? place.top - card.offsetHeight - 8 : below) + window.scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    card.hidden = true;
    if (shown) shown.classList.remove("lit");
    shown = null;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  const marked = (event) => event.target.closest("[data-marks]");
  text.addEventListener("mouseover", (event) => { const mark = marked(event); if (mark) show(mark); });
  text.addEventListener("mouseout", later);
  card.addEventListener("mouseover", () => clearTimeout(timer));
  card.addEventListener("mouseout", later);
  text.addEventListener("focusin", (event) => { const mark = marked(event); if (mark) show(mark); });
  text.addEventListener("focusout", later);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // A place in the text that is led to lights up, as its entry does by the sheet.
  function light() {
    for (const lit of text.querySelectorAll(".lit")) lit.classList.remove("lit");
    const place = /^#t-/.test(location.hash) && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) return;
    const mark = place.matches(".mark") ? place : place.nextElementSibling;
    if (mark) mark.classList.add("lit");
  }
  window.addEventListener("hashchange", light);
  light();
})();
