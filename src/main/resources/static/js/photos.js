// Photos and papers that prove an item are kept on this device until there is a connection, and then sent in pieces, each to the item that it was taken for.
(() => {
  const form = document.querySelector("form[data-offline]");
  if (!form || !self.indexedDB) return;
  const owner = form.dataset.offline, page = form.getAttribute("action");
  const asked = request => new Promise((done, failed) => { request.onsuccess = () => done(request.result); request.onerror = () => failed(request.error); });
  const opening = indexedDB.open("khabuan-photos", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("photos", { keyPath: "id", autoIncrement: true });
  const opened = asked(opening);
  const store = async mode => (await opened).transaction("photos", mode).objectStore("photos");
  const mine = async () => (await asked((await store("readonly")).getAll())).filter(p => p.owner === owner && p.page === page);
  const put = async photo => asked((await store("readwrite")).put(photo));
  const drop = async id => asked((await store("readwrite")).delete(id));
  const sent = {};

  const line = (text, photo) => {
    const li = document.createElement("li");
    li.append(text);
    if (photo) {
      const away = document.createElement("button");
      away.type = "button";
      away.className = "button plain small";
      away.textContent = form.dataset.photoDrop;
      away.setAttribute("aria-label", form.dataset.photoDrop + " " + photo.file.name);
      away.addEventListener("click", async () => { await drop(photo.id); show(); });
      li.append(" ", away);
    }
    return li;
  };
  const size = file => new Intl.NumberFormat("en").format(Math.max(1, Math.round(file.size / 1024))) + " KB";
  const show = async () => {
    const waiting = await mine();
    for (const list of form.querySelectorAll("[data-photos]")) list.replaceChildren(
      ...waiting.filter(p => p.answer === list.dataset.photos).map(p => line(p.file.name + " · " + size(p.file) + " · " + (p.refused ?? form.dataset.photoWaiting), p)),
      ...(sent[list.dataset.photos] ?? []).map(name => line(name + " · " + form.dataset.photoSent)));
  };

  const token = () => form.elements.namedItem("_csrf").value;
  const deliver = async photo => {
    const upload = await document.sendInPieces(photo.file, token(), () => {});
    const body = new FormData();
    for (const [name, value] of Object.entries({ _csrf: token(), recordKind: "assessment-answer", recordId: photo.answer, kind: "proof", upload })) body.set(name, value);
    return fetch("/evidence", { method: "POST", body });
  };
  // One that was sent and not answered is sent again: the same file is attached once.
  const sendOne = async photo => {
    const answer = await deliver(photo).catch(async broken => { if (broken.status === 403 && await form.renew()) return deliver(photo); throw broken; });
    if (answer.ok && new URL(answer.url).pathname.startsWith("/assessments/answers/")) {
      await drop(photo.id);
      (sent[photo.answer] ??= []).push(photo.file.name);
      const files = form.querySelector(`button[name=then][value="${photo.answer}"]`).firstChild;
      files.textContent = files.textContent.replace(/\d+/, n => Number(n) + 1);
    } else if (answer.status >= 400 && answer.status < 500 && answer.status !== 403) {
      const told = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".error:not(:empty)")?.textContent;
      await put({ ...photo, refused: told || form.dataset.photoRefused });
    }
  };
  let sending = false;
  const send = async () => {
    if (sending || !navigator.onLine) return;
    sending = true;
    try {
      for (const photo of (await mine()).filter(p => !p.refused)) {
        try { await sendOne(photo); } catch (broken) { if (broken.status === 422) await put({ ...photo, refused: broken.message }); else break; }
        await show();
      }
    } finally { sending = false; }
  };

  for (const input of form.querySelectorAll("input[data-photo]")) {
    input.closest("[hidden]").hidden = false;
    input.addEventListener("change", async () => {
      for (const file of input.files) await put({ owner, page, answer: input.dataset.photo, file });
      input.value = "";
      await show();
      send();
    });
  }
  addEventListener("online", send);
  setInterval(send, 20000);
  show().then(send);
})();
