// What pages need beside HTML: the menu folds on a phone, a form is not sent twice, and one whose answer takes a while says so.
(() => {
  const narrow = matchMedia("(max-width: 52rem)");
  const fold = () => document.querySelectorAll("[data-navigation]").forEach(d => { d.open = !narrow.matches; });
  fold();
  narrow.addEventListener("change", fold);
  const working = (form, button) => {
    const sign = document.createElement("p");
    sign.className = "working";
    sign.setAttribute("role", "status");
    form.append(sign);
    sign.textContent = form.dataset.working;
    button?.setAttribute("aria-busy", "true");
  };
  addEventListener("pageshow", () => {
    document.querySelectorAll(".working").forEach(sign => sign.remove());
    document.querySelectorAll("[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
  });
  document.addEventListener("submit", event => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (form.dataset.working) setTimeout(() => working(form, event.submitter), 300);
    if (form.method === "post") { form.dataset.sent = "yes"; setTimeout(() => { delete form.dataset.sent; }, 4000); }
  });
  // From a search box the arrow keys lead into what it found, and Escape back.
  document.addEventListener("keydown", event => {
    const lookup = event.target.closest("[data-lookup]");
    if (!lookup || !["ArrowDown", "ArrowUp", "Escape"].includes(event.key)) return;
    const box = lookup.querySelector("input[hx-get]"), hits = [...lookup.querySelectorAll(".hits a, .option input")];
    const at = hits.indexOf(document.activeElement);
    if (event.key === "Escape") { if (at < 0) return; box.focus(); }
    else if (at >= 0 && hits[at].type === "radio" && !(event.key === "ArrowUp" && at === 0)) return;
    else if (event.target === box && event.key === "ArrowUp" || !hits.length) return;
    else (hits[at + (event.key === "ArrowDown" ? 1 : -1)] ?? (event.key === "ArrowUp" ? box : hits[at])).focus();
    event.preventDefault();
  });
  // A picture that this browser can't decode (HEIC) leaves no broken frame: its facts and its link stand beside it.
  const unshown = image => { if (image.complete && !image.naturalWidth) image.hidden = true; };
  document.addEventListener("error", event => { if (event.target.matches?.("img[data-if-shown]")) event.target.hidden = true; }, true);
  document.querySelectorAll("img[data-if-shown]").forEach(unshown);
  const summary = document.querySelector(".errors");
  if (summary) summary.focus();
})();
