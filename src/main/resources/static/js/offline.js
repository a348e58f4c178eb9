// What is entered in a form is kept on this device while it is, and sent when there is a connection: by the form's own door, with the form's own key, in the order in which it was saved, each once.
(() => {
  const FORMS = "khabuan-forms", places = [...document.querySelectorAll("[data-offline]")], here = location.pathname + location.search;
  // Who is not signed in, or has just signed out, leaves no page behind on the device.
  if (!places.length) {
    if (document.querySelector("form[action='/sign-in']") && self.caches) caches.delete(FORMS);
    return;
  }
  const PLACE = "khabuan-drafts:" + places[0].dataset.offline + ":";
  const load = action => JSON.parse(localStorage.getItem(PLACE + action) ?? "null");
  const keep = (action, draft) => localStorage.setItem(PLACE + action, JSON.stringify(draft));
  const forget = action => localStorage.removeItem(PLACE + action);
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, "0")).join("");
  const record = path => path.split("/").slice(0, 3).join("/");
  // What was saved and waits, of other pages too, the first first.
  const waiting = () => Object.keys(localStorage).filter(k => k.startsWith(PLACE)).map(k => k.slice(PLACE.length)).filter(a => load(a).saved).sort((a, b) => load(a).saved - load(b).saved);
  const attached = new Map();
  let token = document.querySelector("[name=_csrf]").value;
  // Tells in a place how things stand there.
  const speaker = place => {
    const status = place.querySelector("[data-status]"), words = { ...status.dataset, ...place.dataset };
    return what => { status.textContent = (words["say" + what[0].toUpperCase() + what.slice(1)] ?? (what === "others" ? words.sayKept : "") ?? "").replace("#", waiting().length); status.className = "notice" + (what === "sent" ? "" : " warn"); status.hidden = !status.textContent; };
  };
  const sayHere = speaker(places[0]);
  // Tells of one where its form stands; of what other pages left waiting, at the top, unless the form there waits itself.
  const tell = (action, how) => {
    if (attached.has(action)) attached.get(action).say(how);
    else if (how !== "kept") sayHere(how);
    else if (!attached.has(places[0].getAttribute("action")) || !load(places[0].getAttribute("action"))?.saved) sayHere("others");
  };
  // Shows beside the links to them which pages wait.
  const mark = () => {
    const held = waiting(), say = places[0].querySelector("[data-status]").dataset.sayWaits;
    for (const link of document.querySelectorAll("a[data-offline-page]")) {
      if (say && held.some(action => action === link.pathname || action.startsWith(link.pathname + "/"))) link.dataset.waits = say;
      else delete link.dataset.waits;
    }
  };

  // A page as the server has it now; null when it is answered with another.
  const ask = async page => {
    const answer = await fetch(page), now = new URL(answer.url);
    if (!answer.ok || now.pathname + now.search !== page) return null;
    const shown = new DOMParser().parseFromString(await answer.text(), "text/html");
    token = shown.querySelector("[name=_csrf]")?.value ?? token;
    return shown;
  };
  const post = (action, draft) => {
    const body = new URLSearchParams({ _csrf: token, key: draft.key });
    for (const fields of Object.values(draft.parts)) for (const [name, value] of fields) body.append(name, value);
    return fetch(action, { method: "POST", body });
  };
  // Sends one. Answers how it went, in the word of its message, and where the page goes on to.
  const sendOne = async action => {
    const draft = load(action);
    let answer = await post(action, draft);
    if (answer.status === 403 && await ask(draft.page)) answer = await post(action, draft);
    if (answer.status === 422) return { how: "refused" };
    if (!answer.ok || record(new URL(answer.url).pathname) !== record(action)) return { how: "signin" };
    if (load(action)?.key === draft.key) forget(action);
    return { how: "sent", next: await attached.get(action)?.sent(answer.url) };
  };
  let sending = false;
  // Sends what waits until there is no connection, or one is refused: what was saved after that may stand on it.
  const send = async () => {
    if (sending) return;
    sending = true;
    let then = "";
    try {
      for (const action of waiting()) {
        const { how, next } = await sendOne(action);
        tell(action, how);
        if (how !== "sent") break;
        then = next ?? then;
      }
    } catch (offline) {
      waiting().forEach(action => tell(action, "kept"));
    } finally {
      sending = false;
      mark();
    }
    if (then) location.href = then;
  };

  const attach = form => {
    const action = form.getAttribute("action"), status = form.querySelector("[data-status]"), follow = form.dataset.offlineThen === "follow";
    const field = name => form.elements.namedItem(name), speak = speaker(form);
    let told = "";
    const say = what => { told = what; speak(what); };
    // Fields that end in a number which has a version are sent together, with it; all others of a form are one part.
    const part = name => { const number = /-(\d+)$/.exec(name)?.[1]; return number && field("version-" + number) ? number : ""; };
    const own = name => name && !["_csrf", "key", "then"].includes(name);
    const fieldsOf = which => [...new FormData(form)].filter(([name]) => own(name) && part(name) === which);
    // What was entered, with the version of what it answers to: the first one, from which it was changed.
    const note = which => {
      const draft = load(action) ?? { key: newKey(), page: here, parts: {}, saved: 0 };
      const first = draft.parts[which]?.find(([name]) => name === "version-" + which);
      draft.parts[which] = fieldsOf(which).map(entry => first && entry[0] === first[0] ? first : entry);
      draft.key = newKey();
      keep(action, draft);
    };
    const answered = document.querySelector("[data-answered]");
    const count = () => { if (answered) answered.textContent = answered.dataset.say.replace("#", [...form.querySelectorAll("[name^=version-]")].filter(v => field(v.name.replace("version", "item")).value !== "").length); };
    const noted = event => { if (own(event.target.name)) note(part(event.target.name)); count(); };
    form.addEventListener("input", noted);
    form.addEventListener("change", noted);

    // What was entered before the page was closed stands in it again.
    const restore = () => {
      const draft = load(action);
      for (const [which, fields] of Object.entries(draft?.parts ?? {})) for (const input of form.elements) {
        if (!own(input.name) || input.type === "submit" || part(input.name) !== which) continue;
        const values = fields.filter(([name]) => name === input.name).map(([, value]) => value);
        if (["checkbox", "radio"].includes(input.type)) input.checked = values.includes(input.value);
        else if (values.length) input.value = values[0];
      }
      if (draft) say(draft.saved ? "kept" : "typed");
      count();
      form.dispatchEvent(new Event("restored"));
    };
    // The form as the server has it now: a new token, a new key, the versions of what was sent.
    const refresh = async () => {
      const now = [...(await ask(here))?.querySelectorAll("form[data-offline]") ?? []].find(f => f.getAttribute("action") === action);
      if (!now) return false;
      const held = load(action)?.parts ?? {};
      for (const input of now.querySelectorAll("input[type=hidden]")) {
        const mine = field(input.name);
        if (mine && !(own(input.name) && held[part(input.name)])) mine.value = input.value;
      }
      return true;
    };
    form.renew = refresh;
    attached.set(action, { say, sent: async landed => follow ? landed : void await refresh() });

    form.addEventListener("submit", async event => {
      const then = event.submitter?.value ?? "stay";
      if (!load(action)) {
        if (!follow && navigator.onLine) return;
        if (follow) note("");
      }
      event.preventDefault();
      event.stopPropagation();
      const draft = load(action);
      if (draft) keep(action, { ...draft, saved: draft.saved || Date.now() });
      await send();
      if (told === "refused") { forget(action); HTMLFormElement.prototype.submit.call(form); }
      else if (!load(action) && !follow && then !== "stay") location.href = /^\d+$/.test(then) ? "/assessments/answers/" + then : action.replace("/answers", "");
      status.scrollIntoView({ block: "nearest" });
    });
    if (!form.querySelector("[aria-invalid]")) restore();
  };
  places.filter(place => place.matches("form")).forEach(attach);
  // A connection that comes back does not always say so.
  addEventListener("online", send);
  setInterval(send, 20000);
  send();

  // The page, those that it leads to, and what dresses them are kept, so that they open again without a connection.
  if ("serviceWorker" in navigator && self.caches) {
    navigator.serviceWorker.register("/worker.js");
    const dress = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]")].map(e => new URL(e.href || e.src).pathname);
    const further = [...document.querySelectorAll("a[data-offline-page]")].map(a => a.getAttribute("href"));
    const answered = performance.getEntriesByType("navigation")[0]?.responseStatus;
    const own = answered && answered !== 200 ? [] : [here]; // a form that came back with its faults stands at an address that only takes
    caches.open(FORMS).then(kept => Promise.all([...own, ...further, ...dress].map(path => kept.add(path)))).then(() => places.forEach(place => { place.dataset.ready = "yes"; })).catch(() => {});
  }
})();
