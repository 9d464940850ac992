"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  all(".js").forEach((element) => { element.hidden = false; });

  const rows = all("#walks tbody tr");
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const [text, verdict, cause] = ["text", "verdict", "cause"].map((id) => document.getElementById("filter-" + id));
  const count = document.getElementById("filter-count");
  const nothing = document.getElementById("filter-nothing");
  const filter = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, i) => {
      const fits = (!verdict.value || row.dataset.verdict === verdict.value)
        && (!cause.value || row.dataset.cause === cause.value)
        && words.every((word) => texts[i].includes(word));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    count.textContent = shown + " / " + rows.length;
    nothing.hidden = shown > 0;
  };
  if (text) {
    [text, verdict, cause].forEach((field) => field.addEventListener("input", filter));
    filter();
  }

  all("button[data-copy]").forEach((button) => button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      const before = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = before; }, 1500);
    } catch (refused) {
      getSelection().selectAllChildren(button.parentElement.querySelector("[data-items]"));
    }
  }));
})();
