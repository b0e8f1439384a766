"use strict";
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll(".card")];
  const groups = [...document.querySelectorAll(".group")];
  const status = document.getElementById("shown");

  const checked = (name) =>
    new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));

  const filter = () => {
    const severities = checked("severity");
    const needs = checked("needs");
    const { category, file } = form.elements;
    let shown = 0;
    for (const card of cards) {
      const { severity, needs: need, category: kind, file: page } = card.dataset;
      const fits =
        severities.has(severity) &&
        needs.has(need) &&
        (!category.value || category.value === kind) &&
        (!file.value || file.value === page);
      card.hidden = !fits;
      shown += fits;
    }
    for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
    status.textContent = `${shown} of ${cards.length} findings shown`;
  };

  // A link may lead to a finding that the filters hide.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]") && form) {
      form.reset();
      filter();
    }
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView();
  };

  const copy = async (button) => {
    const from = button.parentElement.querySelector("q, code");
    const words = from.textContent;
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      getSelection().selectAllChildren(from);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };

  if (form) {
    form.hidden = false;
    form.addEventListener("change", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    document.getElementById("all").addEventListener("click", () => {
      form.reset();
      filter();
    });
    filter(); // a browser may restore the boxes of an earlier visit
  }
  for (const button of document.querySelectorAll("button.copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  // On paper everything is open.
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details:not(.cited)")) each.open = true;
  });
  addEventListener("hashchange", reveal);
  reveal();
})();
