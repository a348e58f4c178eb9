// A list on which somebody ticks who pays: how many they are and what it comes to, as it is ticked.
(() => {
  const form = document.querySelector("form[data-tally]"), sum = form?.querySelector("[data-sum]");
  if (!sum) return;
  const due = Number(form.elements.namedItem("due").value), all = [...form.querySelectorAll("input[name=paid]")];
  const baht = satang => new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(satang / 100);
  const tally = () => { const paid = all.filter(tick => tick.checked).length; sum.textContent = sum.dataset.say.replace("#", paid).replace("¤", baht(paid * due)); };
  form.addEventListener("change", tally);
  addEventListener("pageshow", tally);
  form.addEventListener("restored", tally);
  const every = form.querySelector("[data-tick-all]");
  if (every) {
    every.parentElement.hidden = false;
    every.addEventListener("click", () => {
      const on = all.some(tick => !tick.checked);
      all.forEach(tick => { tick.checked = on; });
      all[0].dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  tally();
})();
