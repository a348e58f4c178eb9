// What pages need beside HTML: the menu folds on a phone, and a form is not sent twice.
(() => {
  const narrow = matchMedia("(max-width: 52rem)");
  const fold = () => document.querySelectorAll("[data-navigation]").forEach(d => { d.open = !narrow.matches; });
  fold();
  narrow.addEventListener("change", fold);
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.method === "post") { form.dataset.sent = "yes"; setTimeout(() => { delete form.dataset.sent; }, 4000); }
  });
  const summary = document.querySelector(".errors");
  if (summary) summary.focus();
})();
