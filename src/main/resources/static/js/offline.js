// Answers are kept on this device while they are typed, and sent when there is a connection: by the form's own door, with the form's own key and versions.
(() => {
  const FORMS = "khabuan-forms";
  const form = document.querySelector("form[data-offline]");
  // Who is not signed in, or has just signed out, leaves no page behind on the device.
  if (!form) {
    if (document.querySelector("form[action='/sign-in']") && self.caches) caches.delete(FORMS);
    return;
  }
  const place = "khabuan-answers:" + form.dataset.offline + ":" + form.getAttribute("action"), status = form.querySelector("[data-status]"), page = form.getAttribute("action");
  let told = "";
  const say = (what, warn) => { told = what; status.textContent = form.dataset["say" + what[0].toUpperCase() + what.slice(1)] ?? ""; status.className = "notice" + (warn ? " warn" : ""); status.hidden = !status.textContent; };
  const load = () => JSON.parse(localStorage.getItem(place) ?? "null");
  const keep = draft => localStorage.setItem(place, JSON.stringify(draft));
  const forget = () => localStorage.removeItem(place);
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
  const field = name => form.elements.namedItem(name);
  let sending = false;

  // An answer that was typed, with the version of what it answers to: the first one, from which it was changed.
  const note = name => {
    const item = /^(?:item|note)-(\d+)$/.exec(name)?.[1];
    if (!item) return;
    const draft = load() ?? { key: newKey(), answers: {}, saved: false };
    draft.answers[item] = { version: draft.answers[item]?.version ?? field("version-" + item).value, value: field("item-" + item).value, note: field("note-" + item).value };
    draft.key = newKey();
    keep(draft);
  };
  // How many items have an answer, sent or not.
  const answered = document.querySelector("[data-answered]");
  const count = () => { answered.textContent = answered.dataset.say.replace("#", [...form.querySelectorAll("[name^=version-]")].filter(v => field(v.name.replace("version", "item")).value !== "").length); };
  form.addEventListener("input", event => { note(event.target.name); count(); });
  form.addEventListener("change", event => { note(event.target.name); count(); });

  // What was typed before the page was closed stands in it again.
  const restore = () => {
    const draft = load();
    for (const [item, answer] of Object.entries(draft?.answers ?? {})) {
      if (!field("version-" + item)) continue;
      field("item-" + item).value = answer.value;
      field("note-" + item).value = answer.note;
      field("version-" + item).value = answer.version;
    }
    if (draft) say(draft.saved ? "kept" : "typed", true);
    count();
  };

  // The page as the server has it now: a new token, a new key, the versions of what was sent.
  const refresh = async () => {
    const answer = await fetch(page);
    if (new URL(answer.url).pathname !== page) return false;
    const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form[data-offline]");
    if (!now) return false;
    const waiting = load()?.answers ?? {};
    for (const input of now.querySelectorAll("input[type=hidden]")) {
      const mine = field(input.name);
      if (mine && !waiting[/^version-(\d+)$/.exec(input.name)?.[1]]) mine.value = input.value;
    }
    return true;
  };
  form.renew = refresh;

  const post = draft => {
    const body = new URLSearchParams({ _csrf: field("_csrf").value, key: draft.key });
    for (const [item, answer] of Object.entries(draft.answers)) {
      body.set("item-" + item, answer.value);
      body.set("note-" + item, answer.note);
      body.set("version-" + item, answer.version);
    }
    return fetch(page, { method: "POST", body });
  };

  // Sends what waits. Answers whether it is with the server; what the server refuses is shown by sending the form itself.
  const send = async () => {
    const draft = load();
    if (!draft) return true;
    if (sending) return false;
    sending = true;
    try {
      let answer = await post(draft);
      if (answer.status === 403 && await refresh()) answer = await post(draft);
      const where = new URL(answer.url).pathname;
      if (answer.status === 422) { say("refused", true); return false; }
      if (!answer.ok || !page.startsWith(where)) { say("signin", true); return false; }
      if (load()?.key === draft.key) forget();
      await refresh();
      say("sent", false);
      return true;
    } catch (offline) {
      say("kept", true);
      return false;
    } finally {
      sending = false;
    }
  };

  form.addEventListener("submit", async event => {
    const then = event.submitter?.value ?? "stay";
    const draft = load();
    if (!draft && navigator.onLine) return;
    event.preventDefault();
    event.stopPropagation();
    if (draft) keep({ ...draft, saved: true });
    if (await send()) { if (then !== "stay") location.href = /^\d+$/.test(then) ? "/assessments/answers/" + then : page.replace("/answers", ""); }
    else if (told === "refused") { forget(); HTMLFormElement.prototype.submit.call(form); }
    status.scrollIntoView({ block: "nearest" });
  });
  // A connection that comes back does not always say so.
  const sendSaved = () => { if (load()?.saved) send(); };
  addEventListener("online", sendSaved);
  setInterval(sendSaved, 20000);
  if (!form.querySelector("[aria-invalid]")) restore();
  sendSaved();

  // The page and what dresses it are kept, so that it opens again without a connection.
  if ("serviceWorker" in navigator && self.caches) {
    navigator.serviceWorker.register("/worker.js");
    const dress = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map(e => new URL(e.href || e.src).pathname);
    caches.open(FORMS).then(kept => Promise.all([page, ...dress].map(path => kept.add(path)))).then(() => { form.dataset.ready = "yes"; }).catch(() => {});
  }
})();
